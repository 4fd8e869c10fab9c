using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Workers.Processes;
using NasDaemon.Pipeline.Workers.Protocol;

namespace NasDaemon.Pipeline.Workers;

/// <summary>One run of a trial on one worker.</summary>
internal sealed class TrialRun(WorkerProcess worker, TrialRequest request, ITrialMonitor monitor, WorkerSettings limits, TimeProvider time)
{
    private int _epochs = request.EpochsKnown;
    private EpochMetrics? _last;
    private double _seconds;

    /// <summary>What trains, where the worker said so.</summary>
    public EngineInfo? Engine { get; private set; }

    /// <summary>Runs the trial until it ends, or the worker does.</summary>
    public async Task<TrialResult> RunAsync(CancellationToken cancellation)
    {
        await using var watch = new TrialWatch(worker, limits, time);
        await using var kill = cancellation.Register(worker.Kill);
        await worker.SendAsync(new RunCommand(request)).ConfigureAwait(false);
        await foreach (var message in worker.Messages.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            watch.Sign();
            switch (message)
            {
                case EngineMessage engine:
                    Engine = engine.Engine;
                    break;
                case EpochMessage epoch:
                    await DecideAsync(epoch.Metrics, watch).ConfigureAwait(false);
                    break;
                case EndMessage end:
                    return end.Result;
            }
        }

        var exit = await worker.ExitAsync().ConfigureAwait(false);
        var failure = (watch.Violation, cancellation.IsCancellationRequested) switch
        {
            ({ } violation, _) => violation with { Hint = exit.LastWords },
            (_, true) => Cancelled,
            _ => new Failure(FailureClass.Crashed, exit.Sentence("The worker process", "before its trial did"), Hint: exit.LastWords),
        };
        return new TrialResult(TrialEnd.Failed, _epochs, _last, Test: null, _seconds, failure);
    }

    /// <summary>What a trial ends with that was cancelled.</summary>
    public static Failure Cancelled { get; } = new(FailureClass.Cancelled, "The trial was cancelled.");

    private async Task DecideAsync(EpochMetrics metrics, TrialWatch watch)
    {
        (_epochs, _last) = (metrics.Epoch, metrics);
        _seconds += metrics.Seconds;
        var decision = await watch.WhileAsking(monitor.AfterEpochAsync(metrics)).ConfigureAwait(false);
        await worker.SendAsync(new DecideCommand(decision)).ConfigureAwait(false);
    }
}
