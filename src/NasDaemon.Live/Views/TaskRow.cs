using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Live.Views;

/// <summary>A task as a list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">The name of its file.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Created">When it was claimed.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Seconds">How long it has searched.</param>
/// <param name="Message">What is to be said about its end.</param>
internal sealed record TaskRow(string Id, string File, TaskState State, DateTimeOffset Created, DateTimeOffset? Ended, double Seconds, string? Message)
{
    private const int LongestMessage = 2_000;

    /// <summary>What a list shows of a task.</summary>
    public static TaskRow Of(TaskRecord task) => new(
        task.Id,
        task.File,
        task.State,
        task.Created,
        task.Ended,
        Math.Round(task.SearchSeconds, 1),
        task.Message is { Length: > LongestMessage } message ? message[..LongestMessage] + "…" : task.Message);
}
