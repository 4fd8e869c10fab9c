using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Composition;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Experiments.Running;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Searching;

namespace NasDaemon.Service;

/// <summary>Works on one experiment from wherever it stands, and brings it to an end that a user can see.</summary>
/// <param name="components">The plugins' components.</param>
/// <param name="runners">Makes the runner of each run.</param>
/// <param name="executor">All workers.</param>
/// <param name="conclusion">Publishes results and notes the end.</param>
/// <param name="progress">Tells where the experiment stands.</param>
/// <param name="store">The store.</param>
/// <param name="folders">Where the daemon keeps things.</param>
/// <param name="logging">Makes loggers.</param>
internal sealed partial class ExperimentWork(
    Components components,
    TaskRunnerFactory runners,
    ITrialExecutor executor,
    TaskConclusion conclusion,
    TaskProgressTeller progress,
    ITrialStore store,
    DaemonFolders folders,
    ILoggerFactory logging)
{
    private const string RunsFolder = "runs";
    private readonly ILogger<ExperimentWork> _logger = logging.CreateLogger<ExperimentWork>();
    private readonly ImmutableArray<IDatasetProvider> _datasets = components.Datasets();

    /// <summary>Works on an experiment until it has ended, or the daemon stops.</summary>
    /// <param name="task">The experiment as it is stored.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="cancelled">A user cancels it.</param>
    /// <param name="stopping">The daemon stops.</param>
    /// <returns>When nothing more is to be done with it for now.</returns>
    public async Task RunAsync(TaskRecord task, ExperimentPlan plan, CancellationToken cancelled, CancellationToken stopping)
    {
        var outbox = OutboxFolder.Open(folders.Outbox, task.Id);
        var parts = new ExperimentParts(
            runners,
            store,
            components.OpenMemoryStore,
            executor,
            search => NetworkShapes.Of(search, _datasets),
            (run, report) => PublishAsync(run, report, outbox),
            components.Time);
        var runner = new ExperimentRunner(parts, logging.CreateLogger<ExperimentRunner>());
        var outcome = await runner.RunAsync(task, plan, progress.For(outbox), cancelled, stopping);
        progress.Idle();
        var stored = store.Task(task.Id)!;
        if (outcome.Report is { } report)
        {
            await conclusion.PublishAsync(stored, report, outcome, outbox);
        }
        else
        {
            // This start ended in good order, so it does not count as a crash.
            store.Commit(new StoreChange { Tasks = [stored with { Starts = stored.Starts - 1 }] });
            LogInterrupted(task.Id);
        }
    }

    /// <summary>What each run found lies in a folder of its own beside the report, as a task of its own would have left it.</summary>
    private async Task PublishAsync(ExperimentRun run, TaskReport report, OutboxFolder outbox)
    {
        var folder = Path.Combine([outbox.WorkFolder, RunsFolder, .. run.Id.Split('/').Skip(1)]);
        Directory.CreateDirectory(folder);
        await conclusion.WriteAsync(report, folder);
    }

    [LoggerMessage(EventId = 52, Level = LogLevel.Information, Message = "Experiment {Task} is put down; the next daemon goes on with it")]
    private partial void LogInterrupted(string task);
}
