using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Exports.Onnx.Building;

namespace NasDaemon.Testing.Onnx;

/// <summary>Weights that show every mistake: no two alike, norms off their ones and zeros.</summary>
public static class SampleWeights
{
    /// <summary>Draws weights; the same ones each time.</summary>
    /// <param name="architecture">The network.</param>
    /// <returns>The weights by name, without those that share another's.</returns>
    public static Dictionary<string, NamedTensor> Of(Architecture architecture)
    {
        var random = new Random(1);
        return architecture.State.Where(entry => entry.SharedWith is null).ToDictionary(
            entry => entry.Name,
            entry => new NamedTensor(entry.Name, entry.Shape, entry.Element, Constants.Bytes(Values(entry, random), entry.Element)));
    }

    private static IEnumerable<double> Values(StateEntry entry, Random random)
    {
        var count = checked((int)entry.Elements);
        var isFloating = entry.Element is ElementType.Float32 or ElementType.Float64;
        return entry.Initialisation switch
        {
            LiteralInitialisation literal => literal.Values,
            ConstantInitialisation constant when !isFloating => Enumerable.Repeat(constant.Value, count),
            ConstantInitialisation constant => Draw(count, () => constant.Value + (0.2 * random.NextDouble())),
            _ when !isFloating => Enumerable.Repeat(0.0, count),
            _ => Draw(count, () => Math.Sqrt(6.0 / FanIn(entry)) * ((2 * random.NextDouble()) - 1)),
        };
    }

    private static double FanIn(StateEntry entry) =>
        entry.Shape.Length > 1 ? Math.Max(1, entry.Shape.Skip(1).Aggregate(1L, (product, size) => product * size)) : 24;

    private static double[] Draw(int count, Func<double> next) => [.. Enumerable.Range(0, count).Select(_ => next())];
}
