using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Searching;

namespace NasDaemon.Pipeline.Experiments.Running;

/// <summary>Works on single runs.</summary>
/// <param name="parts">The parts of the experiment.</param>
/// <param name="view">What runs see of the store.</param>
/// <param name="keepsRuns">Whether the steps of runs are kept.</param>
/// <param name="free">Counts the free workers.</param>
internal sealed class RunWork(ExperimentParts parts, RunView view, bool keepsRuns, SemaphoreSlim free)
{
    /// <summary>Works on a run until it has ended, or is interrupted. A cancelled run ends like one that is put down: half a run is no result.</summary>
    public async Task<TaskOutcome> RunAsync(ExperimentRun run, TaskRecord record, IProgress<TaskProgress> progress, CancellationToken interruption)
    {
        using var memory = keepsRuns ? null : parts.MemoryStore();
        using var store = new RunStore(memory ?? parts.Store, parts.Store, view);
        try
        {
            var scope = new RunnerScope(store, new SharedExecutor(parts.Executor, free));
            await using var runner = parts.Runners.Create(run.Id, run.Task, parts.Shape(run.Task), progress, scope);
            var outcome = await runner.RunAsync(record, CancellationToken.None, interruption).ConfigureAwait(false);
            if (keepsRuns && outcome.Report is { } report)
            {
                await parts.Publish(run, report).ConfigureAwait(false);
            }

            return outcome;
        }
        catch (LanguageModelException exception)
        {
            return TaskOutcome.FailedBy(exception.Failure);
        }
    }

    /// <summary>The run as the daemon's store has it now.</summary>
    public TaskRecord Stored(TaskRecord record) => (keepsRuns ? parts.Store.Task(record.Id) : null) ?? record;
}
