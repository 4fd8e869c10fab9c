using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Tasks;

namespace NasDaemon.Commands.Trials;

/// <summary>A training and the network that it trained.</summary>
/// <param name="Trial">The training.</param>
/// <param name="Candidate">The network.</param>
internal sealed record TrialRow(TrialRecord Trial, CandidateRecord Candidate)
{
    /// <summary>Reads the trainings of a task, or of all runs of an experiment.</summary>
    /// <param name="tasks">The store.</param>
    /// <param name="task">The task.</param>
    /// <returns>The trainings in the order in which they were made.</returns>
    public static IEnumerable<TrialRow> Read(TaskFinder tasks, TaskRecord task) => tasks.Runs(task).Prepend(task).SelectMany(one =>
    {
        var candidates = tasks.Store.Candidates(one.Id).ToDictionary(candidate => candidate.Number);
        return tasks.Store.Trials(one.Id).Select(trial => new TrialRow(trial, candidates[trial.Candidate]));
    });

    /// <summary>The training as it is written as JSON.</summary>
    /// <returns>The object.</returns>
    public object ToJson() => new
    {
        Trial.Key.Task,
        Trial = Trial.Key.Number,
        Trial.Kind,
        Trial.State,
        Trial.Candidate,
        Candidate.Candidate.Origin.Strategy,
        Candidate.Candidate.Origin.Parents,
        ValidationAccuracy = Trial.Score?.ValidationAccuracy,
        ValidationLoss = Trial.Score?.ValidationLoss,
        TestAccuracy = Trial.Test?.Accuracy,
        Epochs = Trial.Score?.Epochs,
        Seconds = Trial.Score?.Seconds,
        Parameters = Trial.Score?.Parameters ?? Candidate.Architecture?.ParameterCount,
        Flops = Trial.Score?.Flops ?? Candidate.Architecture?.Flops,
        FailureClass = Trial.Failure?.Class,
        FailureMessage = Trial.Failure?.Message,
        Trial.GraphFingerprint,
        Trial.Created,
        Trial.Ended,
    };
}
