using System.Collections.Immutable;

namespace NasDaemon.Search.Bayesian.Features;

/// <summary>A vector of which most entries are zero. An entry is named by a text, of which only a hash is kept: no table of names has to be shared.</summary>
internal sealed class FeatureVector
{
    private readonly ImmutableArray<uint> _keys;
    private readonly ImmutableArray<double> _values;

    private FeatureVector(ImmutableArray<uint> keys, ImmutableArray<double> values) =>
        (_keys, _values, SquaredNorm) = (keys, values, values.Sum(value => value * value));

    /// <summary>All zero.</summary>
    public static FeatureVector Zero { get; } = new([], []);

    /// <summary>The sum of the squares of its entries.</summary>
    public double SquaredNorm { get; }

    /// <summary>Makes a vector of named entries; entries of the same name add up.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>The vector.</returns>
    public static FeatureVector Of(IEnumerable<KeyValuePair<string, double>> entries)
    {
        var sums = new SortedDictionary<uint, double>();
        foreach (var (name, value) in entries)
        {
            var key = Hash(name);
            sums[key] = sums.GetValueOrDefault(key) + value;
        }

        return new FeatureVector([.. sums.Keys], [.. sums.Values]);
    }

    /// <summary>The squared Euclidean distance to another vector.</summary>
    /// <param name="other">The other vector.</param>
    /// <returns>The distance squared; at least 0.</returns>
    public double SquaredDistance(FeatureVector other)
    {
        var product = 0.0;
        for (int mine = 0, theirs = 0; mine < _keys.Length && theirs < other._keys.Length;)
        {
            var (left, right) = (_keys[mine], other._keys[theirs]);
            if (left == right)
            {
                product += _values[mine] * other._values[theirs];
            }

            mine += left <= right ? 1 : 0;
            theirs += right <= left ? 1 : 0;
        }

        return Math.Max(0, SquaredNorm + other.SquaredNorm - (2 * product));
    }

    // FNV-1a; string.GetHashCode differs from process to process.
    private static uint Hash(string name)
    {
        const uint Offset = 2166136261;
        const uint Prime = 16777619;
        return name.Aggregate(Offset, (hash, letter) => (hash ^ letter) * Prime);
    }
}
