using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>A line that a model wrote.</summary>
/// <param name="Text">Its text, from where the one before it ended.</param>
/// <param name="Reason">Why it ended.</param>
internal readonly record struct WrittenLine(string Text, FinishReason Reason)
{
    /// <summary>Whether the model ended its answer with it.</summary>
    public bool IsLast => Reason != FinishReason.Stop || !Text.Contains('\n', StringComparison.Ordinal);
}
