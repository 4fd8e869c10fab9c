using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>A Gaussian process over networks, given those with results.</summary>
/// <param name="networks">The networks with results.</param>
/// <param name="parameters">The hyperparameters.</param>
/// <param name="standardisation">How this task's targets are standardised.</param>
/// <param name="factor">The factorised covariances.</param>
/// <remarks>Rasmussen and Williams, "Gaussian Processes for Machine Learning", 2006, equations 2.25 and 2.26.</remarks>
internal sealed class GaussianProcess(
    IReadOnlyList<KnownNetwork> networks, HyperParameters parameters, Standardisation standardisation, Factor factor)
{
    private const double SmallestVariance = 1e-6;
    private readonly Covariance _covariance = new(parameters);

    /// <summary>How this task's targets are standardised.</summary>
    public Standardisation Standardisation => standardisation;

    /// <summary>Prepares predictions.</summary>
    /// <param name="distances">The networks with results.</param>
    /// <param name="parameters">The hyperparameters.</param>
    /// <param name="standardisation">How this task's targets are standardised.</param>
    /// <returns>The process; null where the machine's numbers do not suffice for it.</returns>
    public static GaussianProcess? Of(Distances distances, HyperParameters parameters, Standardisation standardisation) =>
        Factor.Of(distances, parameters, standardisation) is { } factor
            ? new GaussianProcess(distances.Networks, parameters, standardisation, factor)
            : null;

    /// <summary>The expected result of every candidate, standardised.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <returns>One number a candidate.</returns>
    public float[] Means(CandidateSet candidates)
    {
        var means = new float[candidates.Count];
        var row = new float[candidates.Count];
        for (var index = 0; index < networks.Count; index++)
        {
            candidates.Covariances(networks[index], _covariance, row);
            TensorPrimitives.MultiplyAdd(row, (float)factor.Weights[index], means, means);
        }

        return means;
    }

    /// <summary>How uncertain the results of some candidates are: standard deviations, standardised.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="chosen">Which of them.</param>
    /// <returns>One number for each that was chosen.</returns>
    public double[] Deviations(CandidateSet candidates, int[] chosen)
    {
        var lower = factor.Cholesky.Factor;
        var solved = new float[networks.Count][];
        var row = new float[candidates.Count];
        var left = new float[chosen.Length];
        left.AsSpan().Fill((float)Covariance.Variance);
        for (var index = 0; index < networks.Count; index++)
        {
            candidates.Covariances(networks[index], _covariance, row);
            var values = Array.ConvertAll(chosen, candidate => row[candidate]);
            Substitute(lower, solved, index, values);
            solved[index] = values;
            Subtract(left, values);
        }

        return Array.ConvertAll(left, variance => Math.Sqrt(Math.Max(SmallestVariance, variance)));
    }

    private static void Substitute(Matrix<double> lower, float[][] solved, int index, float[] values)
    {
        for (var earlier = 0; earlier < index; earlier++)
        {
            TensorPrimitives.MultiplyAdd(solved[earlier], (float)-lower[index, earlier], values, values);
        }

        TensorPrimitives.Multiply(values, (float)(1 / lower[index, index]), values);
    }

    private static void Subtract(float[] left, float[] values)
    {
        for (var index = 0; index < left.Length; index++)
        {
            left[index] -= values[index] * values[index];
        }
    }
}
