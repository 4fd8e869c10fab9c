using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Pipeline.Searching;

/// <summary>How a daemon's work on a task ended.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Report">What happened, for report writers; null where the task was interrupted or failed.</param>
/// <param name="Message">Why it was cancelled or failed; null where nothing is to be said.</param>
public sealed record TaskOutcome(TaskEnd End, TaskReport? Report, string? Message = null)
{
    /// <summary>The outcome of a task that could not go on.</summary>
    /// <param name="failure">What stood in its way.</param>
    /// <returns>The outcome, with the failure and what helps as its message.</returns>
    public static TaskOutcome FailedBy(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new TaskOutcome(TaskEnd.Failed, Report: null, $"{failure.Message} {failure.Hint}".TrimEnd());
    }
}

/// <summary>How a daemon's work on a task ended.</summary>
public enum TaskEnd
{
    /// <summary>Everything is done; the report is to be published.</summary>
    Done,

    /// <summary>The user cancelled it; the report tells what was found until then.</summary>
    Cancelled,

    /// <summary>The daemon stops; the next one goes on from here.</summary>
    Interrupted,

    /// <summary>A part of the daemon failed.</summary>
    Failed,
}
