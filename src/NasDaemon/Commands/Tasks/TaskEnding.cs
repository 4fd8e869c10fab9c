using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Commands.Tasks;

/// <summary>What the process returns that waited for a task.</summary>
internal static class TaskEnding
{
    /// <summary>The exit code of a task's end.</summary>
    /// <param name="state">How it ended.</param>
    /// <returns>The code.</returns>
    public static int CodeOf(TaskState state) => state switch
    {
        TaskState.Done => ExitCode.Done,
        TaskState.Rejected => ExitCode.Refused,
        TaskState.Cancelled => ExitCode.Cancelled,
        _ => ExitCode.Failed,
    };
}
