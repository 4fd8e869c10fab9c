using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Experiments.Reporting;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Searching;

namespace NasDaemon.Pipeline.Experiments.Running;

/// <summary>
/// Works on an experiment from wherever the store says it stands: every run is an ordinary task of its own, several go on at a time,
/// and each is known to have ended or goes on.
/// </summary>
/// <param name="parts">The parts that it works with.</param>
/// <param name="logger">Told of runs that failed.</param>
public sealed partial class ExperimentRunner(ExperimentParts parts, ILogger<ExperimentRunner> logger)
{
    private const string CancelledReason = "The experiment was cancelled.";

    /// <summary>Works until the experiment is done, or is to end early.</summary>
    /// <param name="task">The experiment as it is stored.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="progress">Told where it stands.</param>
    /// <param name="cancelled">Ends it for good; what has ended until then is reported.</param>
    /// <param name="stopping">The daemon stops; the experiment goes on in the next one.</param>
    /// <returns>How it ended. The caller publishes the report and then notes the end in the store.</returns>
    public async Task<ExperimentOutcome> RunAsync(
        TaskRecord task, ExperimentPlan plan, IProgress<TaskProgress> progress, CancellationToken cancelled, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(plan);
        ImmutableArray<ExperimentRun> runs = [.. plan.Runs(task.Id)];
        var books = new ExperimentBooks(task, runs, parts.Store, parts.Time);
        var teller = new RunProgress(plan, books, progress, parts.Time);
        teller.Tell(isDue: true);
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(cancelled, stopping);
        var isDone = await RunAllAsync(plan, runs, books, teller, interruption.Token).ConfigureAwait(false);
        teller.Tell(isDue: true);
        if (!isDone && cancelled.IsCancellationRequested)
        {
            books.Cancel(runs);
        }

        return (isDone, cancelled.IsCancellationRequested) switch
        {
            (true, _) => new ExperimentOutcome(TaskEnd.Done, Report(plan, runs, books, "Every run has ended.")),
            (_, true) => new ExperimentOutcome(TaskEnd.Cancelled, Report(plan, runs, books, CancelledReason), CancelledReason),
            _ => new ExperimentOutcome(TaskEnd.Interrupted, Report: null),
        };
    }

    private async Task<bool> RunAllAsync(
        ExperimentPlan plan,
        ImmutableArray<ExperimentRun> runs,
        ExperimentBooks books,
        RunProgress teller,
        CancellationToken interruption)
    {
        var view = new RunView(books.Task.Id, books.Task.Created, plan.Design.SharesResults, plan.SeesArchive);
        using var free = new SemaphoreSlim(parts.Executor.Slots);
        await using var models = new HeldModels(parts.Runners, plan);
        var work = new RunWork(parts, view, plan.KeepsRuns, free);
        var options = new ParallelOptions { MaxDegreeOfParallelism = plan.Parallel ?? parts.Executor.Slots };
        var isDone = true;
        await Parallel.ForEachAsync(runs.Where(run => books.Result(run) is null), options, async (run, _) =>
        {
            if (interruption.IsCancellationRequested || !await RunOneAsync(run, work, books, teller, interruption).ConfigureAwait(false))
            {
                Volatile.Write(ref isDone, false);
            }
        }).ConfigureAwait(false);
        return isDone;
    }

    private async Task<bool> RunOneAsync(
        ExperimentRun run, RunWork work, ExperimentBooks books, RunProgress teller, CancellationToken interruption)
    {
        var record = books.Begin(run);
        var outcome = await work.RunAsync(run, record, teller.Of(run), interruption).ConfigureAwait(false);
        if (outcome.End == TaskEnd.Interrupted)
        {
            teller.End(run);
            return false;
        }

        if (outcome.Report is null)
        {
            LogFailed(run.Id, outcome.Message ?? string.Empty);
        }

        books.End(run, work.Stored(record), outcome.Report is { } report ? RunResults.Of(run, report) : RunResults.Failed(run, record, outcome.Message));
        teller.End(run);
        return true;
    }

    private ExperimentReport Report(ExperimentPlan plan, ImmutableArray<ExperimentRun> runs, ExperimentBooks books, string reason) =>
        ExperimentReportBuilder.Build(books.Task, plan, [.. runs.Select(books.Result).OfType<ExperimentRunReport>()], parts.Executor.Slots, reason);

    [LoggerMessage(210, LogLevel.Warning, "The run {Run} failed: {Reason}")]
    private partial void LogFailed(string run, string reason);
}

/// <summary>How a daemon's work on an experiment ended.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Report">What came out, for report writers; null where it was interrupted.</param>
/// <param name="Message">Why it was cancelled; null where nothing is to be said.</param>
public sealed record ExperimentOutcome(TaskEnd End, ExperimentReport? Report, string? Message = null);
