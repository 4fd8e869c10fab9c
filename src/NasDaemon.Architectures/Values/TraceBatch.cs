namespace NasDaemon.Architectures.Values;

/// <summary>The batch size at which error texts and comparisons are evaluated: 2, the smallest that batch normalisation accepts.</summary>
internal static class TraceBatch
{
    /// <summary>The batch size.</summary>
    public const long Size = 2;
}
