using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Abstractions.Reports;

/// <summary>Everything that a report tells of a task.</summary>
/// <param name="Id">The task's id, which names its folder in the outbox.</param>
/// <param name="Task">What was asked.</param>
/// <param name="Yaml">The YAML as it was dropped.</param>
/// <param name="Best">The best finalist; null where no network could be trained.</param>
/// <param name="Finalists">The finalists, best first.</param>
/// <param name="Trials">Every search trial in the order of numbers.</param>
/// <param name="Candidates">Every candidate in the order of numbers.</param>
/// <param name="Funnel">How many candidates reached which stage.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="EndReason">Why the search ended, in a sentence.</param>
/// <param name="Started">When the task began.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record TaskReport(
    string Id,
    SearchTask Task,
    string Yaml,
    FinalistReport? Best,
    ImmutableArray<FinalistReport> Finalists,
    ImmutableArray<TrialReport> Trials,
    ImmutableArray<CandidateRecord> Candidates,
    FunnelReport Funnel,
    MachineReport Machine,
    string EndReason,
    DateTimeOffset Started,
    double Seconds)
{
    /// <summary>Final trainings that failed, in the order of numbers; the next best took each one's place where there was one.</summary>
    public ImmutableArray<TrialRecord> FailedFinals { get; init; } = [];

    /// <summary>What the strategy and the daemon have to say of the course of the task, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>How the search compares with the whole table that answered its trainings; null where networks were trained.</summary>
    public TableReport? Table { get; init; }
}

/// <summary>How a search compares with the whole table that answered its trainings.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="BestValidation">The best validation accuracy of any network of the table; 0 to 1.</param>
/// <param name="FoundValidation">The best that the search found; null where it has no result.</param>
public sealed record TableReport(string Table, double BestValidation, double? FoundValidation)
{
    /// <summary>How much validation accuracy the search left lying; null where it has no result.</summary>
    public double? Regret => BestValidation - FoundValidation;
}

/// <summary>A finalist: its search trial and its final training.</summary>
/// <param name="Candidate">The network.</param>
/// <param name="Search">The trial that made it a finalist.</param>
/// <param name="Final">The training on training and validation samples.</param>
/// <param name="Test">Its test result.</param>
/// <param name="Folder">The final trial's folder with the exported model.</param>
public sealed record FinalistReport(CandidateRecord Candidate, TrialRecord Search, TrialRecord Final, Evaluation Test, string Folder)
{
    /// <summary>The figures of each epoch of its final training.</summary>
    public ImmutableArray<EpochMetrics> Epochs { get; init; } = [];
}

/// <summary>A search trial with its learning curve.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Candidate">The network.</param>
/// <param name="Epochs">The figures of each epoch.</param>
public sealed record TrialReport(TrialRecord Trial, CandidateRecord Candidate, ImmutableArray<EpochMetrics> Epochs);

/// <summary>How many candidates reached which stage, and what was saved.</summary>
/// <param name="Proposed">Proposed by the strategy.</param>
/// <param name="Traced">Read and traced without failure.</param>
/// <param name="WithinConstraints">Of those, within the task's constraints.</param>
/// <param name="SourceDuplicates">Recognised by the source fingerprint.</param>
/// <param name="GraphDuplicates">Recognised by the graph fingerprint.</param>
/// <param name="Dropped">Dropped or answered by the estimator without training.</param>
/// <param name="Trained">Trainings begun.</param>
/// <param name="Finished">Trained to the end of the recipe.</param>
/// <param name="Stopped">Ended early by the estimator.</param>
/// <param name="Failed">Trainings that failed.</param>
/// <param name="Failures">How often each class of failure occurred, tracing and training together.</param>
/// <param name="SecondsSaved">Training time that reused results saved.</param>
public sealed record FunnelReport(
    int Proposed,
    int Traced,
    int WithinConstraints,
    int SourceDuplicates,
    int GraphDuplicates,
    int Dropped,
    int Trained,
    int Finished,
    int Stopped,
    int Failed,
    ImmutableSortedDictionary<FailureClass, int> Failures,
    double SecondsSaved)
{
    /// <summary>How far the candidates of each strategy and each number of supporting networks came.</summary>
    public ImmutableArray<ProposalCounts> Proposals { get; init; } = [];

    /// <summary>Of <see cref="SecondsSaved"/>, what the source fingerprint saved; the rest is the graph fingerprint's.</summary>
    public double SecondsSavedBySource { get; init; }
}

/// <summary>What a task ran on.</summary>
/// <param name="Daemon">The daemon's version.</param>
/// <param name="Runtime">The .NET runtime's version.</param>
/// <param name="OperatingSystem">The operating system.</param>
/// <param name="Processor">The processor's name.</param>
/// <param name="Workers">How many workers ran.</param>
/// <param name="Engine">What trained; null where nothing was trained.</param>
public sealed record MachineReport(string Daemon, string Runtime, string OperatingSystem, string Processor, int Workers, EngineInfo? Engine);
