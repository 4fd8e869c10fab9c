namespace NasDaemon.Commands.Status;

/// <summary>What runs, waits and has ended, as it is written as JSON.</summary>
internal static class StatusJson
{
    /// <summary>Describes a moment.</summary>
    /// <param name="snapshot">The moment.</param>
    /// <returns>The object.</returns>
    public static object Of(StatusSnapshot snapshot) => new
    {
        snapshot.Taken,
        snapshot.Daemon,
        Tasks = snapshot.Tasks.Select(status => new
        {
            status.Task.Id,
            status.Task.File,
            status.Task.State,
            status.Task.Created,
            status.Task.Ended,
            status.Task.SearchSeconds,
            status.Task.Message,
            status.Progress,
        }),
        snapshot.Hidden,
    };
}
