using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Output;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Commands.Tasks;

/// <summary>Finds tasks by name in the store, which is read beside a daemon that may be running.</summary>
internal sealed class TaskFinder : IDisposable
{
    private readonly TextWriter _error;

    private TaskFinder(ITrialStore store, TextWriter error) => (Store, _error) = (store, error);

    /// <summary>The store.</summary>
    public ITrialStore Store { get; }

    /// <summary>Opens the store, or says that there is none.</summary>
    /// <param name="context">Folders, plugins and the console.</param>
    /// <returns>The finder; null where no daemon has run yet.</returns>
    public static TaskFinder? Open(CommandContext context)
    {
        if (context.Components.ReadStore() is { } store)
        {
            return new TaskFinder(store, context.Error);
        }

        context.Error.WriteLine($"There is no store in {context.Folders.State} yet: no task was ever taken here. Does --home name the right folder?");
        return null;
    }

    /// <summary>Finds a task or a run of an experiment, or says that there is none.</summary>
    /// <param name="name">Its id.</param>
    /// <returns>The task; null where there is none of that name.</returns>
    public TaskRecord? Find(string name)
    {
        if (Store.Task(name) is { } task)
        {
            return task;
        }

        var known = Store.Tasks().Select(task => task.Id).Where(id => !RunId.IsRun(id)).ToList();
        var remedy = NearName.Find(name, known) is { } near ? $"Did you mean '{near}'?" : "'nasdaemon status --all' shows those that there are.";
        _error.WriteLine(PlainText.Of($"There is no task '{name}'. {remedy}"));
        return null;
    }

    /// <summary>The runs of an experiment.</summary>
    /// <param name="task">A task.</param>
    /// <returns>Its runs in the order in which they were begun; empty where it is no experiment, or has begun none.</returns>
    public IReadOnlyList<TaskRecord> Runs(TaskRecord task) => Runs(task.Id);

    /// <summary>The runs of an experiment, of an arm of it, or of an arm on one data set.</summary>
    /// <param name="name">What all their ids begin with.</param>
    /// <returns>Its runs in the order in which they were begun; empty where there are none.</returns>
    public IReadOnlyList<TaskRecord> Runs(string name) => [.. Store.Tasks().Where(other => RunId.BelongsTo(other.Id, name))];

    /// <inheritdoc/>
    public void Dispose() => Store.Dispose();
}
