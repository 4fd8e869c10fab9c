using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Pipeline.Searching.Reporting;

/// <summary>Counts what a language model's candidates took to write, and what was done to their sources besides.</summary>
internal static class WritingCounter
{
    public static WritingCounts Count(ImmutableArray<CandidateStage> stages)
    {
        var written = stages.Select(stage => (stage.IsTraced, ((PromptOrigin)stage.Candidate.Candidate.Origin).Writing)).ToList();
        var usages = written.ConvertAll(candidate => candidate.Writing.Usage);
        return new WritingCounts(
            usages.Sum(usage => (long)usage.Prompt),
            usages.Sum(usage => (long)usage.Reused),
            usages.Sum(usage => (long)usage.Generated),
            written.Sum(candidate => (long)candidate.Writing.Discarded),
            usages.Sum(usage => (usage.PromptTime + usage.GenerationTime).TotalSeconds),
            written.Count(candidate => candidate.IsTraced && !candidate.Writing.Steps.Any(step => step.Helped)),
            Steps(written));
    }

    private static ImmutableSortedDictionary<WritingStepKind, StepCounts> Steps(List<(bool IsTraced, WritingHistory Writing)> written) => written
        .SelectMany(candidate => candidate.Writing.Steps)
        .GroupBy(step => step.Kind)
        .ToImmutableSortedDictionary(
            steps => steps.Key,
            steps => new StepCounts(
                steps.Count(),
                steps.Count(step => step.Helped),
                written.Count(candidate => candidate.IsTraced && candidate.Writing.Steps.Any(step => step.Kind == steps.Key && step.Helped))));
}
