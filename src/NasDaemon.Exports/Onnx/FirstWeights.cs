using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Exports.Onnx.Building;

namespace NasDaemon.Exports.Onnx;

/// <summary>Weights as a network begins with them, for networks whose trained weights were not kept.</summary>
public static class FirstWeights
{
    private static readonly ElementType[] Drawn = [ElementType.Float32, ElementType.Float64, ElementType.Float16, ElementType.BFloat16];

    /// <summary>Draws weights as PyTorch draws them for such layers; what operators compute, and orthogonal matrices, are left out.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <returns>The weights by <c>state_dict</c> name.</returns>
    public static IReadOnlyDictionary<string, NamedTensor> Draw(Architecture architecture, Random random)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(random);
        var weights = new Dictionary<string, NamedTensor>(StringComparer.Ordinal);
        foreach (var entry in architecture.State.Where(entry => entry.SharedWith is null && Drawn.Contains(entry.Element)))
        {
            if (Next(entry.Initialisation, random) is { } next)
            {
                var values = Enumerable.Range(0, checked((int)entry.Elements)).Select(_ => next());
                weights.Add(entry.Name, new NamedTensor(entry.Name, entry.Shape, entry.Element, Constants.Bytes(values, entry.Element)));
            }
        }

        return weights;
    }

    // Constants and literals need no drawing: the exporter takes them from the network.
    private static Func<double>? Next(Initialisation initialisation, Random random) => initialisation switch
    {
        UniformInitialisation uniform => () => uniform.Low + ((uniform.High - uniform.Low) * random.NextDouble()),
        NormalInitialisation normal => () => Normal(random, normal.Mean, normal.StandardDeviation),
        TruncatedNormalInitialisation cut => () => Within(random, cut),
        _ => null,
    };

    // Box and Muller: two uniform numbers make one of the normal distribution.
    private static double Normal(Random random, double mean, double deviation) =>
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static double Within(Random random, TruncatedNormalInitialisation cut)
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            if (Normal(random, cut.Mean, cut.StandardDeviation) is var value && value >= cut.Low && value <= cut.High)
            {
                return value;
            }
        }

        // A window that far from the mean is as good as a point.
        return Math.Clamp(cut.Mean, cut.Low, cut.High);
    }
}
