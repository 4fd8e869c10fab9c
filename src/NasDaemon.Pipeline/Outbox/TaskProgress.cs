using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Outbox;

/// <summary>Where a running task stands, as <c>status.json</c> tells it.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Updated">When this was written.</param>
/// <param name="Seconds">How long the task has taken so far.</param>
/// <param name="RemainingSeconds">How long it will probably take yet; null where nothing can be said.</param>
/// <param name="Counts">How many candidates and trials there are.</param>
/// <param name="Best">The best network so far; null before the first result.</param>
/// <param name="Running">The trials that workers have now.</param>
/// <param name="Message">What happens at the moment, in a sentence; null where nothing is to be said.</param>
public sealed record TaskProgress(
    string Task,
    TaskState State,
    DateTimeOffset Updated,
    double Seconds,
    double? RemainingSeconds,
    StatusCounts Counts,
    BestSoFar? Best,
    ImmutableArray<RunningTrial> Running,
    string? Message = null)
{
    /// <summary>Where its runs stand, where the task is an experiment; null where it is not.</summary>
    public ExperimentProgress? Experiment { get; init; }
}

/// <summary>Where the runs of an experiment stand.</summary>
/// <param name="Done">How many have ended.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Failed">Of those that have ended, how many failed.</param>
/// <param name="Running">Those that go on now.</param>
public sealed record ExperimentProgress(int Done, int Total, int Failed, ImmutableArray<RunningRun> Running);

/// <summary>A run of an experiment that goes on.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Trained">Trainings that have ended.</param>
/// <param name="Budget">Trainings that it may begin.</param>
public sealed record RunningRun(string Run, int Trained, int Budget);

/// <summary>How many candidates and trials a task has.</summary>
/// <param name="Proposed">Candidates proposed.</param>
/// <param name="Refused">Of those, refused by the tracer or the task's constraints.</param>
/// <param name="Duplicates">Of those, recognised as trained before.</param>
/// <param name="Trained">Trainings begun.</param>
/// <param name="Finished">Trainings that ended with a result.</param>
/// <param name="Failed">Trainings that failed.</param>
/// <param name="Budget">Trainings that the task allows.</param>
public sealed record StatusCounts(int Proposed, int Refused, int Duplicates, int Trained, int Finished, int Failed, int Budget)
{
    /// <summary>How far the candidates of each strategy and each number of supporting networks came.</summary>
    public ImmutableArray<ProposalCounts> Proposals { get; init; } = [];
}

/// <summary>The best network so far.</summary>
/// <param name="Trial">The number of its trial.</param>
/// <param name="ValidationAccuracy">Its accuracy on the validation split; 0 to 1.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Flops">The floating-point operations of one sample's forward pass.</param>
public sealed record BestSoFar(int Trial, double ValidationAccuracy, long Parameters, long Flops);

/// <summary>A trial that a worker has.</summary>
/// <param name="Trial">Its number.</param>
/// <param name="Kind">Search, or final.</param>
/// <param name="Epoch">Epochs that it has finished.</param>
/// <param name="Epochs">Epochs that it gets at most.</param>
/// <param name="ValidationAccuracy">Its accuracy after the last of them; null before the first and in final trainings.</param>
public sealed record RunningTrial(int Trial, TrialKind Kind, int Epoch, int Epochs, double? ValidationAccuracy);
