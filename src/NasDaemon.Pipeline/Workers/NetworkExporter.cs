using System.ComponentModel;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Pipeline.Processes;
using NasDaemon.Pipeline.Workers.Processes;
using NasDaemon.Pipeline.Workers.Protocol;

namespace NasDaemon.Pipeline.Workers;

/// <summary>
/// Has networks written by an engine in one worker process, one after another. A worker that dies over a network is replaced for the next.
/// </summary>
/// <param name="limits">What the worker may use up for one network.</param>
/// <param name="commandLine">How a worker is started.</param>
/// <param name="time">The clock.</param>
public sealed class NetworkExporter(WorkerSettings limits, WorkerCommandLine commandLine, TimeProvider time) : IAsyncDisposable
{
    private readonly ProcessStarter _starter = new();
    private WorkerProcess? _worker;

    /// <summary>Has a network written.</summary>
    /// <param name="request">The network.</param>
    /// <param name="cancellation">Ends the worker.</param>
    /// <returns>Why there is no file; null where there is one.</returns>
    public async Task<Failure?> ExportAsync(ExportRequest request, CancellationToken cancellation)
    {
        try
        {
            _worker ??= await WorkerProcess.StartAsync(commandLine, _starter).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            return new Failure(FailureClass.Crashed, $"No worker could be started with {commandLine.FileName}: {exception.Message}");
        }

        var (failure, hasDied) = await ExportAsync(_worker, request, cancellation).ConfigureAwait(false);
        if (hasDied)
        {
            await DropWorkerAsync().ConfigureAwait(false);
        }

        return failure;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DropWorkerAsync().ConfigureAwait(false);
        _starter.Dispose();
    }

    private async Task<(Failure? Failure, bool HasDied)> ExportAsync(WorkerProcess worker, ExportRequest request, CancellationToken cancellation)
    {
        await using var watch = new TrialWatch(worker, limits, time);
        await using var kill = cancellation.Register(worker.Kill);
        await worker.SendAsync(new ExportCommand(request)).ConfigureAwait(false);
        await foreach (var message in worker.Messages.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            if (message is ExportedMessage exported)
            {
                return (exported.Failure, false);
            }
        }

        var exit = await worker.ExitAsync().ConfigureAwait(false);
        return ((watch.Violation ?? new Failure(FailureClass.Crashed, exit.Sentence("The worker process", "before it had done its work"))) with { Hint = exit.LastWords }, true);
    }

    private async ValueTask DropWorkerAsync()
    {
        if (_worker is { } worker)
        {
            _worker = null;
            await worker.DisposeAsync().ConfigureAwait(false);
        }
    }
}
