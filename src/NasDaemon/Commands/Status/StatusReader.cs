using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Tasks;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Outbox;

namespace NasDaemon.Commands.Status;

/// <summary>Reads where all tasks stand, from the store and from the status files, beside a daemon that may be running.</summary>
/// <param name="context">Folders and plugins.</param>
/// <param name="endedShown">How many of the tasks that have ended are told of.</param>
internal sealed class StatusReader(CommandContext context, int endedShown)
{
    /// <summary>Reads it.</summary>
    /// <returns>What runs, waits and has ended now.</returns>
    public StatusSnapshot Read()
    {
        using var store = context.Components.ReadStore();
        var tasks = store?.Tasks().Where(task => !RunId.IsRun(task.Id)).ToList() ?? [];
        var ended = tasks.Where(task => task.Ended is not null).OrderBy(task => task.Ended).ToList();
        return new StatusSnapshot(
            context.Components.Time.GetUtcNow(),
            DaemonPresence.Find(context.Folders.State),
            [.. ended.TakeLast(endedShown).Concat(tasks.Where(task => task.Ended is null)).Select(Of)],
            Math.Max(0, ended.Count - endedShown));
    }

    private TaskStatus Of(TaskRecord task) =>
        new(task, task.Ended is null ? StatusFile.TryRead(Path.Combine(context.Folders.Outbox, "." + task.Id)) : null);
}
