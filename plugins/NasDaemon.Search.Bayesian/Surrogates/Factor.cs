using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>The Cholesky factor of the covariances among networks with results, and what the results weigh.</summary>
/// <param name="Cholesky">The factorisation.</param>
/// <param name="Weights">The inverse covariance times the results.</param>
/// <param name="LogLikelihood">The logarithm of the results' probability, without its constant.</param>
/// <remarks>Rasmussen and Williams, "Gaussian Processes for Machine Learning", 2006, algorithm 2.1.</remarks>
internal sealed record Factor(Cholesky<double> Cholesky, Vector<double> Weights, double LogLikelihood)
{
    /// <summary>Factorises.</summary>
    /// <param name="distances">The networks and their distances.</param>
    /// <param name="parameters">The hyperparameters.</param>
    /// <param name="standardisation">How this task's targets are standardised.</param>
    /// <returns>The factor; null where the covariances are not positive definite in the machine's numbers.</returns>
    public static Factor? Of(Distances distances, HyperParameters parameters, Standardisation standardisation)
    {
        var networks = distances.Networks;
        var covariance = new Covariance(parameters);
        var matrix = Matrix<double>.Build.Dense(
            networks.Count,
            networks.Count,
            (row, column) => covariance.Of(networks[row].Group, networks[column].Group, distances.Between(row, column, covariance.Weights))
                + (row != column ? 0 : networks[row].IsOwn ? parameters.Noise : parameters.ArchiveNoise));
        try
        {
            var cholesky = matrix.Cholesky();
            var results = Vector<double>.Build.Dense(networks.Count, index => standardisation.Apply(networks[index]));
            var weights = cholesky.Solve(results);
            return new Factor(cholesky, weights, (-0.5 * results.DotProduct(weights)) - (0.5 * cholesky.DeterminantLn));
        }
        catch (ArgumentException)
        {
            // The only way in which the library says that a matrix is not positive definite.
            return null;
        }
    }
}
