using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Commands.Status;

/// <summary>The colour of a task's state on a terminal. The state's name stands beside it, so that nothing is told by colour alone.</summary>
internal static class StateColours
{
    /// <summary>The colour.</summary>
    /// <param name="state">Where the task stands.</param>
    /// <returns>Its name in the markup of Spectre.Console.</returns>
    public static string Of(TaskState state) => state switch
    {
        TaskState.Done => "green",
        TaskState.Searching or TaskState.Finishing => "aqua",
        TaskState.Failed or TaskState.Rejected => "red",
        TaskState.Cancelled => "yellow",
        _ => "default",
    };
}
