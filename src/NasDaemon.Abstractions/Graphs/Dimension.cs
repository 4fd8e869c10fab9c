namespace NasDaemon.Abstractions.Graphs;

/// <summary>One dimension of a shape as a linear function of the batch size: <c>BatchMultiple × batch + Constant</c>.</summary>
/// <param name="BatchMultiple">How often the batch size is contained; 0 for a fixed dimension.</param>
/// <param name="Constant">The fixed part.</param>
public readonly record struct Dimension(long BatchMultiple, long Constant)
{
    /// <summary>The batch dimension itself.</summary>
    public static Dimension Batch => new(1, 0);

    /// <summary>True where the dimension does not depend on the batch size.</summary>
    public bool IsFixed => BatchMultiple == 0;

    /// <summary>A fixed dimension.</summary>
    /// <param name="size">Its size.</param>
    public static implicit operator Dimension(long size) => new(0, size);

    /// <summary>A fixed dimension.</summary>
    /// <param name="size">Its size.</param>
    /// <returns>The dimension.</returns>
    public static Dimension FromInt64(long size) => new(0, size);

    /// <summary>The size at a batch size.</summary>
    /// <param name="batch">The batch size.</param>
    /// <returns>The size.</returns>
    public long At(long batch) => (BatchMultiple * batch) + Constant;
}
