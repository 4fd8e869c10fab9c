namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>How much is decoded at once and kept.</summary>
/// <param name="Batch">The most tokens of a batch.</param>
/// <param name="Sequences">The most requests that are decoded together.</param>
internal sealed record DecodingLimits(int Batch, int Sequences)
{
    /// <summary>The sequences that a cache has, whatever else it is asked for.</summary>
    public const int CacheSequences = 256;

    /// <summary>How many texts that nobody owns are kept for later prompts that begin like them.</summary>
    public int Retained => Sequences;
}
