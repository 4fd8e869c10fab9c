using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Reporting;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Retention;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Commands.Exports;

/// <summary>The network that is exported.</summary>
/// <param name="Trial">The trial that trained it.</param>
/// <param name="Candidate">Its source and graph.</param>
/// <param name="Weights">Where its weights lie; null where they were not kept.</param>
internal sealed record ExportedNetwork(TrialRecord Trial, CandidateRecord Candidate, TrialFolder? Weights)
{
    /// <summary>Finds the network of a task.</summary>
    /// <param name="store">The store.</param>
    /// <param name="context">The folders.</param>
    /// <param name="task">The task.</param>
    /// <param name="number">The trial; null for the best.</param>
    /// <returns>The network; null where there is no such trial.</returns>
    public static ExportedNetwork? Find(ITrialStore store, CommandContext context, string task, int? number)
    {
        var trials = store.Trials(task);
        var best = Best(trials);
        var trial = number is { } wanted ? trials.FirstOrDefault(trial => trial.Key.Number == wanted) : best;
        return trial is not null && store.Candidates(task).FirstOrDefault(candidate => candidate.Number == trial.Candidate) is { } candidate
            ? new ExportedNetwork(trial, candidate, Kept(context, trial, trial == best))
            : null;
    }

    // As the report ranks them: by the search trials' validation, the finalists before those that are none.
    private static TrialRecord? Best(IReadOnlyList<TrialRecord> trials)
    {
        var finals = trials.Where(trial => trial is { Kind: TrialKind.Final, State: TrialState.Finished, Test: not null }).ToDictionary(trial => trial.Candidate);
        var ranked = trials
            .Where(trial => trial is { Kind: TrialKind.Search, State: TrialState.Finished or TrialState.Stopped, Score: not null })
            .OrderByDescending(trial => trial.Score!.ValidationAccuracy)
            .ThenBy(trial => trial.Score!.ValidationLoss)
            .ThenBy(trial => trial.Score!.Parameters)
            .ThenBy(trial => trial.Key.Number)
            .ToList();
        var winner = ranked.Find(trial => finals.ContainsKey(trial.Candidate));
        return winner is null ? ranked.FirstOrDefault() : finals[winner.Candidate];
    }

    private static TrialFolder? Kept(CommandContext context, TrialRecord trial, bool isBest)
    {
        if (new KeptWeights(context.Folders.State).Find(trial.Key) is { } kept)
        {
            return kept;
        }

        TrialFolder[] folders =
        [
            TrialFolder.Of(context.Folders.State, trial.Key),
            new TrialFolder(Path.Combine(new ReportFolder(context.Folders.Outbox, trial.Key.Task).Path, BestFolder.Name)),
        ];
        return folders.Take(isBest && trial.Kind == TrialKind.Final ? 2 : 1).FirstOrDefault(folder => File.Exists(folder.Weights));
    }
}
