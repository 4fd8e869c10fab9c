using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Searching;

/// <summary>What the runner has to remember over a restart besides the records: stored as the snapshot <c>runner</c>.</summary>
internal sealed record RunnerState
{
    /// <summary>The name of the snapshot.</summary>
    public const string Component = "runner";

    /// <summary>The paused trials in the order in which they paused.</summary>
    public ImmutableList<int> Paused { get; init; } = [];

    /// <summary>The trials that the strategy knows of although they have not ended: those that have paused once.</summary>
    public ImmutableSortedSet<int> ObservedEarly { get; init; } = [];

    /// <summary>What the strategy is to be told as soon as it has answered, in order.</summary>
    public ImmutableList<HeldOutcome> Held { get; init; } = [];

    /// <summary>What the report says of the course of the task, one sentence each.</summary>
    public ImmutableList<string> Notes { get; init; } = [];

    /// <summary>Why the search ended; null while it has not.</summary>
    public string? EndReason { get; init; }

    /// <summary>Time that the final trainings have taken so far, over all starts.</summary>
    public double FinalSeconds { get; init; }

    /// <summary>What trains; null before the first worker said so.</summary>
    public EngineInfo? Engine { get; init; }
}

/// <summary>What became of a candidate while the strategy was thinking.</summary>
/// <param name="Candidate">The candidate's number.</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record HeldOutcome(int Candidate, Outcome Outcome);
