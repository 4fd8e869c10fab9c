using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>A piece of an answer.</summary>
public abstract record CompletionPart;

/// <summary>Text as it is written.</summary>
/// <param name="Text">Whole characters; never a part of a stop string.</param>
public sealed record CompletionText(string Text) : CompletionPart;

/// <summary>The end of an answer.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="Usage">What it cost.</param>
/// <param name="Failure">What went wrong where <paramref name="Reason"/> is <see cref="FinishReason.Failed"/>, else null.</param>
public sealed record CompletionEnd(FinishReason Reason, TokenUsage Usage, Failure? Failure = null) : CompletionPart;

/// <summary>Why an answer ended.</summary>
public enum FinishReason
{
    /// <summary>The model ended it, or a stop string was written.</summary>
    Stop,

    /// <summary>The token limit or the end of the context was reached.</summary>
    Length,

    /// <summary>The caller ended it.</summary>
    Cancelled,

    /// <summary>It failed; what was written so far stands.</summary>
    Failed,
}
