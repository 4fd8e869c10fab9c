using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Abstractions.Search;

/// <summary>How a language model's answers became the source of a candidate, and what that cost.</summary>
/// <param name="Answer">The model's last answer, as it wrote it.</param>
/// <param name="Usage">What all its answers cost together, thrown away tokens included.</param>
/// <param name="Discarded">Of the generated tokens, how many were thrown away.</param>
/// <param name="Steps">What was done to the source besides the plain answer, in order.</param>
/// <param name="Omitted">What the prompt had to leave out or shorten to fit the context, one sentence each.</param>
public sealed record WritingHistory(
    string Answer,
    TokenUsage Usage,
    int Discarded,
    ImmutableArray<WritingStep> Steps,
    ImmutableArray<string> Omitted)
{
    /// <summary>Nothing was written.</summary>
    public static WritingHistory None { get; } = new(string.Empty, TokenUsage.None, 0, [], []);
}

/// <summary>Something that was done to a source while it was written or after.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Failure">What made it necessary.</param>
/// <param name="Change">What it changed, as a unified diff or the new text; empty where nothing came of it.</param>
/// <param name="Helped">Whether the failure was gone afterwards.</param>
public sealed record WritingStep(WritingStepKind Kind, Failure Failure, string Change, bool Helped);

/// <summary>What can be done to a source while it is written or after.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WritingStepKind>))]
public enum WritingStepKind
{
    /// <summary>A cure that follows from the shapes alone, put into the source without asking the model.</summary>
    Mend,

    /// <summary>A statement that could not become right, cut back while the model wrote and sampled again.</summary>
    Check,

    /// <summary>An answer that ended too early, cut back to its last sound line and gone on from there.</summary>
    Finish,

    /// <summary>A whole source given back to the model with its failure.</summary>
    Repair,
}
