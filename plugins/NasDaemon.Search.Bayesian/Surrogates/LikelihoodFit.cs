using System.Collections.Immutable;
using NasDaemon.Search.Bayesian.Features;

namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>Fits hyperparameters by the marginal likelihood of the results, coordinate by coordinate, held near where they began by weak priors.</summary>
/// <param name="distances">The networks with results.</param>
/// <param name="anchor">Where the length scales began.</param>
/// <param name="spread">What the spread of this task's targets is taken for; null takes their own.</param>
internal sealed class LikelihoodFit(Distances distances, ImmutableArray<double> anchor, double? spread)
{
    private const double UsualNoise = 0.01;
    private const double Doubt = 0.5;
    private static readonly ImmutableArray<double> Noises = [1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1];
    private static readonly ImmutableArray<double> Scales = [0.25, 0.35, 0.5, 0.7, 1, 1.4, 2];
    private static readonly ImmutableArray<double> Correlations = [0, 0.2, 0.4, 0.6, 0.8];
    private static readonly ImmutableArray<double> Steps = [0.5, 0.7, 1.4, 2];

    // What leads to an archive's best networks gives a task results that are all alike: noise alone would explain them, and nothing would be learnt.
    private readonly double _noiseWidth = spread is null ? 2 : 1;
    private readonly int _own = distances.Networks.Count(network => network.IsOwn);

    /// <summary>Climbs from where it stands until no step helps any more.</summary>
    /// <param name="start">Where it stands.</param>
    /// <param name="sweeps">At most so often through all coordinates.</param>
    /// <returns>The best that was found.</returns>
    public HyperParameters Climb(HyperParameters start, int sweeps)
    {
        var (best, score) = (start, Score(start));
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            var before = score;
            for (var coordinate = 0; coordinate < CoordinateCount; coordinate++)
            {
                (best, score) = Improve(best, score, coordinate);
            }

            if (score <= before)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>How many coordinates there are.</summary>
    public static int CoordinateCount => NetworkFeatures.GroupCount + 4;

    /// <summary>Looks for something better along one coordinate.</summary>
    /// <param name="start">Where it stands.</param>
    /// <param name="coordinate">Which coordinate, from 0.</param>
    /// <returns>The best along it.</returns>
    public HyperParameters Improve(HyperParameters start, int coordinate) => Improve(start, Score(start), coordinate).Best;

    private (HyperParameters Best, double Score) Improve(HyperParameters start, double score, int coordinate)
    {
        var best = start;
        foreach (var step in Along(start, coordinate).Where(step => !step.Equals(start)))
        {
            if (Score(step) is var other && other > score)
            {
                (best, score) = (step, other);
            }
        }

        return (best, score);
    }

    private IEnumerable<HyperParameters> Along(HyperParameters start, int coordinate) => (coordinate - NetworkFeatures.GroupCount) switch
    {
        0 => _own == 0 ? [] : Noises.Select(noise => start with { Noise = noise }),
        1 => _own < 3 ? [] : Scales.Select(scale => start with { Scale = scale }),
        2 => _own == 0 || _own == distances.Networks.Count ? [] : Correlations.Select(correlation => start with { Correlation = correlation }),
        3 => _own == distances.Networks.Count ? [] : Noises.Select(noise => start with { ArchiveNoise = noise }),
        _ => Steps.Select(step => start with { LengthScales = start.LengthScales.SetItem(coordinate, start.LengthScales[coordinate] * step) }),
    };

    /// <summary>The logarithm of the probability of the results, as they stand before they are standardised.</summary>
    /// <param name="parameters">The hyperparameters.</param>
    /// <returns>The logarithm without its constant; larger is better.</returns>
    public double Evidence(HyperParameters parameters)
    {
        var standardisation = Standardisation.Of(distances.Networks, spread, parameters.Scale);
        return Factor.Of(distances, parameters, standardisation) is { } factor
            ? factor.LogLikelihood - (_own * Math.Log(standardisation.Spread))
            : double.NegativeInfinity;
    }

    private double Score(HyperParameters parameters) => Evidence(parameters) + Prior(parameters);

    private double Prior(HyperParameters parameters) =>
        LogNormal(parameters.Scale, 1, 0.8)
        + LogNormal(parameters.Noise, UsualNoise, _noiseWidth)
        + LogNormal(parameters.ArchiveNoise, UsualNoise, 2)
        + (parameters.Correlation < 0.6 ? -Doubt : 0)
        + parameters.LengthScales.Zip(anchor).Sum(pair => LogNormal(pair.First, pair.Second, 1));

    private static double LogNormal(double value, double centre, double width)
    {
        var distance = Math.Log(value / centre) / width;
        return -0.5 * distance * distance;
    }
}
