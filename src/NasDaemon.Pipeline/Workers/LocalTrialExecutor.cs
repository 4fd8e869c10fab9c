using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Processes;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Pipeline.Workers.Processes;

namespace NasDaemon.Pipeline.Workers;

/// <summary>
/// Runs trials in child processes, one trial a process at a time. A worker that ends a trial properly is kept for the next;
/// one that died, hung or exceeded a limit is replaced.
/// </summary>
public sealed partial class LocalTrialExecutor : ITrialExecutor
{
    private readonly WorkerSettings _settings;
    private readonly WorkerCommandLine _commandLine;
    private readonly TimeProvider _time;
    private readonly ILogger<LocalTrialExecutor> _logger;
    private readonly ProcessStarter _starter = new();
    private readonly SemaphoreSlim _free;
    private readonly ConcurrentBag<WorkerProcess> _idle = [];
    private readonly WorkerRoster _roster;
    private volatile EngineInfo? _engine;

    /// <summary>Prepares to run trials; workers are started when they are needed.</summary>
    /// <param name="settings">How many, and their limits.</param>
    /// <param name="commandLine">How one is started.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told when a worker is started or replaced.</param>
    public LocalTrialExecutor(WorkerSettings settings, WorkerCommandLine commandLine, TimeProvider time, ILogger<LocalTrialExecutor> logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Slots, 1);
        (_settings, _commandLine, _time, _logger) = (settings, commandLine, time, logger);
        _free = new SemaphoreSlim(settings.Slots);
        _roster = new WorkerRoster(time);
    }

    /// <inheritdoc/>
    public int Slots => _settings.Slots;

    /// <inheritdoc/>
    public EngineInfo? Engine => _engine;

    /// <summary>The worker processes and what each does; from any thread.</summary>
    /// <returns>The workers in the order of their process ids.</returns>
    public ImmutableArray<WorkerActivity> Workers() => _roster.Now();

    /// <inheritdoc/>
    public async Task<TrialResult> RunAsync(TrialRequest request, ITrialMonitor monitor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(monitor);
        var folder = new TrialFolder(request.Folder);
        folder.Create();
        if (folder.ReadResult() is { } recorded)
        {
            return await CollectAsync(recorded, request, request.EpochsKnown, monitor).ConfigureAwait(false);
        }

        try
        {
            await _free.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Unstarted(request, TrialRun.Cancelled);
        }

        try
        {
            var result = await RunOnWorkerAsync(request, monitor, cancellation).ConfigureAwait(false);

            // A worker may die between writing the result and reporting it.
            return result.End == TrialEnd.Failed && folder.ReadResult() is { } written
                ? await CollectAsync(written, request, result.Epochs, monitor).ConfigureAwait(false)
                : result;
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var worker))
        {
            await worker.DisposeAsync().ConfigureAwait(false);
        }

        _starter.Dispose();
        _free.Dispose();
    }

    private async Task<TrialResult> CollectAsync(RecordedResult recorded, TrialRequest request, int epochsKnown, ITrialMonitor monitor)
    {
        LogCollected(request.Key.Task, request.Key.Number);
        _engine = recorded.Engine;
        foreach (var epoch in recorded.Epochs.Where(epoch => epoch.Epoch > epochsKnown))
        {
            await monitor.AfterEpochAsync(epoch).ConfigureAwait(false);
        }

        return recorded.Result;
    }

    private async Task<TrialResult> RunOnWorkerAsync(TrialRequest request, ITrialMonitor monitor, CancellationToken cancellation)
    {
        WorkerProcess worker;
        try
        {
            worker = await TakeWorkerAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            return Unstarted(request, new Failure(FailureClass.Unavailable, $"No worker could be started with {_commandLine.FileName}: {exception.Message}"));
        }

        _roster.Note(worker.Id, request.Key);
        var run = new TrialRun(worker, request, monitor, _settings, _time);
        var result = await run.RunAsync(cancellation).ConfigureAwait(false);
        _engine = run.Engine ?? _engine;
        await GiveBackAsync(worker, result).ConfigureAwait(false);
        return result;
    }

    private async Task<WorkerProcess> TakeWorkerAsync()
    {
        while (_idle.TryTake(out var idle))
        {
            if (!idle.HasEnded)
            {
                return idle;
            }

            _roster.Remove(idle.Id);
            await idle.DisposeAsync().ConfigureAwait(false);
        }

        var worker = await WorkerProcess.StartAsync(_commandLine, _starter).ConfigureAwait(false);
        LogStarted(worker.Id);
        return worker;
    }

    private async Task GiveBackAsync(WorkerProcess worker, TrialResult result)
    {
        // A worker that holds on to much memory would fail the next trial for what the last one did.
        if (!worker.HasEnded && ProcessMemory.OwnBytes(worker.Id) < _settings.MemoryLimitBytes / 2)
        {
            _roster.Note(worker.Id, trial: null);
            _idle.Add(worker);
            return;
        }

        LogReplaced(worker.Id, result.Failure?.Message ?? "it holds on to much memory");
        _roster.Remove(worker.Id);
        await worker.DisposeAsync().ConfigureAwait(false);
    }

    private static TrialResult Unstarted(TrialRequest request, Failure failure) =>
        new(TrialEnd.Failed, request.EpochsKnown, Last: null, Test: null, Seconds: 0, failure);

    [LoggerMessage(100, LogLevel.Debug, "Worker {Worker} started")]
    private partial void LogStarted(int worker);

    [LoggerMessage(101, LogLevel.Warning, "Worker {Worker} is replaced: {Reason}")]
    private partial void LogReplaced(int worker, string reason);

    [LoggerMessage(102, LogLevel.Information, "Trial {Number} of {Task} had ended already; its result is collected")]
    private partial void LogCollected(string task, int number);
}
