using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Reports.Text.Json;

/// <summary>How a language model's answers became a source.</summary>
internal sealed record WritingDocument(
    int PromptTokens,
    int ReusedTokens,
    int GeneratedTokens,
    int DiscardedTokens,
    double Seconds,
    string Answer,
    ImmutableArray<WritingStepDocument> Steps,
    ImmutableArray<string> Omitted)
{
    public static WritingDocument Of(WritingHistory writing) => new(
        writing.Usage.Prompt,
        writing.Usage.Reused,
        writing.Usage.Generated,
        writing.Discarded,
        (writing.Usage.PromptTime + writing.Usage.GenerationTime).TotalSeconds,
        writing.Answer,
        [.. writing.Steps.Select(WritingStepDocument.Of)],
        writing.Omitted);
}

/// <summary>Something that was done to a source besides the plain answer.</summary>
internal sealed record WritingStepDocument(WritingStepKind Kind, FailureDocument? Failure, string Change, bool Helped)
{
    public static WritingStepDocument Of(WritingStep step) => new(step.Kind, FailureDocument.Of(step.Failure), step.Change, step.Helped);
}
