using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Searching.Reporting;

/// <summary>Counts how far the candidates of each kind came. Everything follows from the records, so that a restart changes nothing.</summary>
internal static class ProposalCounter
{
    /// <summary>Counts a task's candidates.</summary>
    /// <param name="candidates">The candidates in the order of their numbers.</param>
    /// <param name="trials">Their search trials.</param>
    /// <returns>One entry a kind, in the order of strategies and of supporting networks.</returns>
    public static ImmutableArray<ProposalCounts> Count(IReadOnlyList<CandidateRecord> candidates, IEnumerable<TrialRecord> trials)
    {
        var trained = trials.Where(trial => trial.Starts > 0).ToLookup(trial => trial.Candidate);
        return
        [
            .. Stages(candidates)
                .Where(stage => !IsGiven(stage.Candidate.Candidate))
                .GroupBy(stage => (stage.Candidate.Candidate.Origin.Strategy, (stage.Candidate.Candidate.Origin as PromptOrigin)?.Supporting))
                .OrderBy(kind => kind.Key.Strategy, StringComparer.Ordinal)
                .ThenBy(kind => kind.Key.Supporting)
                .Select(kind => Count(kind.Key, [.. kind], [.. kind.SelectMany(stage => trained[stage.Candidate.Number])])),
        ];
    }

    // The user's own network stands among those of a language model, and no model wrote it.
    private static bool IsGiven(Candidate candidate) => candidate.Origin is PromptOrigin { Model.Length: 0 };

    private static IEnumerable<CandidateStage> Stages(IReadOnlyList<CandidateRecord> candidates)
    {
        var sources = new HashSet<string>(StringComparer.Ordinal);
        var graphs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            // A source that was refused and comes again is no more new than one that ran.
            var isNewSource = candidate.SourceFingerprint.Length > 0 && sources.Add(candidate.SourceFingerprint) && !PromptCopy.IsCopy(candidate.Candidate);
            var isNewGraph = candidate.GraphFingerprint is { } graph && graphs.Add(graph) && isNewSource;
            yield return new CandidateStage(candidate, isNewSource, isNewGraph);
        }
    }

    private static ProposalCounts Count((string Strategy, int? Supporting) kind, ImmutableArray<CandidateStage> stages, ImmutableArray<TrialRecord> trials) => new(
        kind.Strategy,
        kind.Supporting,
        Attempted: stages.Length,
        Answered: stages.Count(stage => stage.IsAnswered),
        Extracted: stages.Count(stage => stage.IsExtracted),
        Parsed: stages.Count(stage => stage.IsParsed),
        Traced: stages.Count(stage => stage.IsTraced),
        WithinConstraints: stages.Count(stage => stage.IsWithinConstraints),
        NewSources: stages.Count(stage => stage.IsWithinConstraints && stage.IsNewSource),
        NewGraphs: stages.Count(stage => stage.IsWithinConstraints && stage.IsNewGraph),
        Trained: trials.Length,
        Finished: trials.Count(trial => trial.State == TrialState.Finished))
    {
        Failures = stages.Select(stage => stage.Failure).Concat(trials.Select(trial => trial.Failure)).OfType<Failure>()
            .CountBy(failure => failure.Class).ToImmutableSortedDictionary(),
        TrainingSeconds = trials.Sum(trial => trial.Score?.Seconds ?? 0),
        Writing = kind.Supporting is null ? null : WritingCounter.Count(stages),
    };
}
