using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Searching;

/// <summary>Something that happened outside the task's loop.</summary>
internal abstract record TaskEvent;

/// <summary>A running trial finished an epoch and waits for a decision.</summary>
internal sealed record EpochEvent(int Trial, EpochMetrics Metrics, TaskCompletionSource<EpochDecision> Answer) : TaskEvent;

/// <summary>A run of a trial ended.</summary>
internal sealed record TrialEndedEvent(int Trial, TrialResult Result) : TaskEvent;

/// <summary>The strategy has answered.</summary>
internal sealed record ProposalsEvent : TaskEvent;

/// <summary>The task is to end early: the user cancelled it, or the daemon stops.</summary>
internal sealed record InterruptEvent : TaskEvent;
