using NasDaemon.Abstractions.Search;

namespace NasDaemon.Reports.Figures;

/// <summary>What was done to a source besides what a language model wrote.</summary>
public static class WritingSteps
{
    /// <summary>The steps that helped; none where the network was not written by a model.</summary>
    public static IReadOnlyList<WritingStep> Helpful(this CandidateOrigin origin) =>
        origin is PromptOrigin prompt ? [.. prompt.Writing.Steps.Where(step => step.Helped)] : [];

    /// <summary>A kind of step in one word, for tables of many networks.</summary>
    public static string Word(WritingStepKind kind) => kind switch
    {
        WritingStepKind.Mend => "mended",
        WritingStepKind.Check => "checked",
        WritingStepKind.Finish => "finished",
        WritingStepKind.Repair => "repaired",
        _ => Figures.Words.Of(kind),
    };

    /// <summary>A kind of step, as what it did to a network.</summary>
    public static string Words(WritingStepKind kind) => kind switch
    {
        WritingStepKind.Mend => "mended without the model",
        WritingStepKind.Check => "checked while it was written, a statement sampled again",
        WritingStepKind.Finish => "finished after it had ended too early",
        WritingStepKind.Repair => "repaired by the model",
        _ => Figures.Words.Of(kind),
    };
}
