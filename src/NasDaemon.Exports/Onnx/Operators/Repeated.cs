using System.Collections.Immutable;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Settings that may be given once for all dimensions.</summary>
internal static class Repeated
{
    /// <summary>One value a dimension.</summary>
    /// <param name="values">The values that were given.</param>
    /// <param name="count">How many dimensions there are.</param>
    /// <returns>The values, a single one repeated.</returns>
    public static ImmutableArray<long> Of(ImmutableArray<long> values, int count) =>
        values.Length == count ? values : [.. Enumerable.Repeat(values[0], count)];
}
