namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>A file cannot be brought.</summary>
/// <param name="message">What is wrong: one sentence.</param>
/// <param name="isTemporary">Whether another attempt may do better.</param>
/// <param name="inner">What caused it, or null.</param>
internal sealed class FetchException(string message, bool isTemporary, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether another attempt may do better.</summary>
    public bool IsTemporary { get; } = isTemporary;
}
