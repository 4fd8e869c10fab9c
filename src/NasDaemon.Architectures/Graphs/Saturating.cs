namespace NasDaemon.Architectures.Graphs;

/// <summary>Arithmetic on sizes that stops at the largest number instead of wrapping around: hostile sizes must exceed limits, not slip below.</summary>
internal static class Saturating
{
    /// <summary>Adds two numbers of at least 0.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sum.</returns>
    public static long Add(long left, long right) => left > long.MaxValue - right ? long.MaxValue : left + right;

    /// <summary>Multiplies two numbers of at least 0.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The product.</returns>
    public static long Multiply(long left, long right) =>
        right != 0 && left > long.MaxValue / right ? long.MaxValue : left * right;
}
