using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Searching.Phases;
using NasDaemon.Pipeline.Searching.Reporting;

namespace NasDaemon.Pipeline.Searching;

/// <summary>
/// Works on one task from wherever the store says it stands: the search, then the final trainings. Everything happens in one
/// loop, one step at a time, and every step is one transaction; so a daemon that is killed at any moment is followed by one
/// that goes on with the next step.
/// </summary>
/// <param name="setup">The parts.</param>
/// <param name="progress">Told where the task stands, after every step.</param>
/// <param name="logger">Told of phases and failures.</param>
public sealed partial class TaskRunner(SearchSetup setup, IProgress<TaskProgress> progress, ILogger<TaskRunner> logger) : IAsyncDisposable
{
    private const string CancelledReason = "The task was cancelled.";

    /// <summary>The task's language model, let go of with the runner; null where it has none.</summary>
    internal IAsyncDisposable? Lease { get; init; }

    /// <summary>Works until the task is done, or is to end early.</summary>
    /// <param name="task">The task as it is stored.</param>
    /// <param name="cancelled">Ends the task for good.</param>
    /// <param name="stopping">The daemon stops; the task goes on in the next one.</param>
    /// <returns>How it ended. The caller publishes the report and then notes the task's end in the store.</returns>
    public async Task<TaskOutcome> RunAsync(TaskRecord task, CancellationToken cancelled, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(task);
        try
        {
            var ledger = new TaskLedger(task, setup);
            using var interruption = CancellationTokenSource.CreateLinkedTokenSource(cancelled, stopping);
            var (isDone, obstacle) = await WorkAsync(ledger, interruption.Token).ConfigureAwait(false);
            return (isDone, cancelled.IsCancellationRequested, obstacle) switch
            {
                (true, _, _) => new TaskOutcome(TaskEnd.Done, ReportBuilder.Build(ledger, setup, ledger.Runner.EndReason!)),
                (_, true, _) => new TaskOutcome(TaskEnd.Cancelled, ReportBuilder.Build(ledger, setup, CancelledReason), CancelledReason),
                (_, _, { } failure) => TaskOutcome.FailedBy(failure),
                _ => new TaskOutcome(TaskEnd.Interrupted, Report: null),
            };
        }
        catch (LanguageModelException exception)
        {
            LogFailed(exception, task.Id);
            return TaskOutcome.FailedBy(exception.Failure);
        }
        catch (Exception exception)
        {
            // A plugin or the disk may fail in any way; the daemon goes on with the next task.
            LogFailed(exception, task.Id);
            return new TaskOutcome(TaskEnd.Failed, Report: null, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Lease?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<(bool IsDone, Failure? Obstacle)> WorkAsync(TaskLedger ledger, CancellationToken interruption)
    {
        var events = new TaskEvents();
        await using var launcher = new TrialLauncher(ledger, setup, events);
        await using var wakeUp = interruption.Register(() => events.Tell(new InterruptEvent()));
        var loop = new PhaseLoop(ledger, launcher, events, () => progress.Report(ProgressBuilder.Build(ledger, setup, launcher.Running)));
        var isDone = await SearchAsync(ledger, launcher, events, loop, interruption).ConfigureAwait(false)
            && await FinishAsync(ledger, launcher, loop, interruption).ConfigureAwait(false);
        return (isDone, loop.Obstacle);
    }

    private async Task<bool> SearchAsync(TaskLedger ledger, TrialLauncher launcher, TaskEvents events, PhaseLoop loop, CancellationToken interruption)
    {
        if (ledger.Runner.EndReason is not null)
        {
            return true;
        }

        ledger.Put(TaskState.Searching);
        ledger.Commit();
        LogSearching(ledger.Task.Id, ledger.Trials.Count, setup.Task.Budget.Trials);
        var observer = new OutcomeObserver(ledger, setup.Strategy);
        observer.TellHeld(isAnythingAwaited: false);
        var budget = new SearchBudget(setup.Task.Budget, ledger);
        await using var desk = new ProposalDesk(ledger, setup, observer, events);
        var scheduler = new SearchScheduler(ledger, setup, launcher, new CandidateIntake(ledger, setup, budget, desk, observer), budget);
        var phase = new SearchPhase(ledger, setup, scheduler, budget, observer);
        if (!await loop.RunAsync(phase, interruption).ConfigureAwait(false))
        {
            return false;
        }

        phase.Close(scheduler.EndReason);
        LogSearchEnded(ledger.Task.Id, scheduler.EndReason);
        return true;
    }

    private Task<bool> FinishAsync(TaskLedger ledger, TrialLauncher launcher, PhaseLoop loop, CancellationToken interruption)
    {
        ledger.Clock.EndSearch();
        return loop.RunAsync(new FinalPhase(ledger, setup, launcher), interruption);
    }

    [LoggerMessage(200, LogLevel.Information, "Task {Task}: the search goes on from {Trials} of {Budget} trials")]
    private partial void LogSearching(string task, int trials, int budget);

    [LoggerMessage(201, LogLevel.Information, "Task {Task}: the search has ended. {Reason}")]
    private partial void LogSearchEnded(string task, string reason);

    [LoggerMessage(202, LogLevel.Error, "Task {Task} failed")]
    private partial void LogFailed(Exception exception, string task);
}
