using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Values;

/// <summary>A Python integer, which may depend linearly on the batch size.</summary>
/// <param name="dimension">The value as a function of the batch size.</param>
internal class IntegerValue(Dimension dimension) : Value
{
    private const int SmallCount = 1025;

    private static readonly IntegerValue[] Small = [.. Enumerable.Range(0, SmallCount).Select(constant => new IntegerValue(constant))];

    /// <summary>A plain integer.</summary>
    /// <param name="constant">The value.</param>
    public IntegerValue(long constant)
        : this(new Dimension(0, constant))
    {
    }

    /// <summary>A plain integer; as in Python there is one object for each small one.</summary>
    /// <param name="constant">The value.</param>
    /// <returns>The integer.</returns>
    public static IntegerValue Of(long constant) => constant is >= 0 and < SmallCount ? Small[constant] : new IntegerValue(constant);

    /// <summary>The value as a function of the batch size.</summary>
    public Dimension Dimension { get; } = dimension;

    /// <summary>The fixed part.</summary>
    public long Constant => Dimension.Constant;

    /// <summary>How often the batch size is contained.</summary>
    public long BatchMultiple => Dimension.BatchMultiple;

    /// <summary>The value at the batch size that errors and comparisons are evaluated at.</summary>
    public long Traced => Dimension.At(TraceBatch.Size);

    /// <inheritdoc/>
    public override string TypeName => "int";
}
