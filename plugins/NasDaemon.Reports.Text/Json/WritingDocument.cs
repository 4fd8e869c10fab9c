using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Reports.Text.Json;

/// <summary>How a language model's answers became a source.</summary>
/// <param name="PromptTokens">Tokens of the prompts.</param>
/// <param name="ReusedTokens">Of those, not decoded again.</param>
/// <param name="GeneratedTokens">Tokens of the answers, those thrown away among them.</param>
/// <param name="DiscardedTokens">Of those, thrown away.</param>
/// <param name="Seconds">How long the model worked.</param>
/// <param name="Answer">The model's last answer, as it wrote it.</param>
/// <param name="Steps">What was done to the source besides the plain answer, in order.</param>
/// <param name="Omitted">What the prompt had to leave out or shorten to fit the context, one sentence each.</param>
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
/// <param name="Kind">What was done.</param>
/// <param name="Failure">What made it necessary.</param>
/// <param name="Change">What it changed, as a unified diff or the new text; empty where nothing came of it.</param>
/// <param name="Helped">Whether the failure was gone afterwards.</param>
internal sealed record WritingStepDocument(WritingStepKind Kind, FailureDocument? Failure, string Change, bool Helped)
{
    public static WritingStepDocument Of(WritingStep step) => new(step.Kind, FailureDocument.Of(step.Failure), step.Change, step.Helped);
}
