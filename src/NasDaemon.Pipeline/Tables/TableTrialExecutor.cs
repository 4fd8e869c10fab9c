using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Tables;

/// <summary>
/// Answers trials from a table, in this process and at once. The whole training is one step: its only epoch reported is the last, since
/// of the others the table knows nothing.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="clock">Moved on by the time of every training.</param>
internal sealed class TableTrialExecutor(ITrainingTable table, SimulatedClock clock) : ITrialExecutor
{
    /// <summary>One after another: the same task then always takes the same way.</summary>
    public int Slots => 1;

    /// <inheritdoc/>
    public EngineInfo? Engine => table.Info;

    /// <inheritdoc/>
    public async Task<TrialResult> RunAsync(TrialRequest request, ITrialMonitor monitor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(monitor);
        if (cancellation.IsCancellationRequested)
        {
            return Failed(request, new Failure(FailureClass.Cancelled, "The trial was cancelled."));
        }

        if (Look(request) is not { } training)
        {
            return Failed(request, new Failure(
                FailureClass.Engine,
                $"The table {table.Info.Name} has no training of {request.MaximumEpochs} epochs on {request.Dataset.Name} for this network.",
                Hint: "It knows the networks that its own search space builds, and no others."));
        }

        clock.Advance(training.Seconds);
        var isFinal = request.Kind == TrialKind.Final;
        var epoch = new EpochMetrics(request.MaximumEpochs, double.NaN, isFinal ? null : training.Validation, training.Seconds);
        await monitor.AfterEpochAsync(epoch).ConfigureAwait(false);
        return new TrialResult(TrialEnd.Finished, request.MaximumEpochs, epoch, isFinal ? training.Test : null, training.Seconds, Failure: null);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private TabulatedTraining? Look(TrialRequest request) =>
        request.Answers is { } answers ? table.Find(answers, new TabulatedRecipe(request.Dataset.Name, request.MaximumEpochs)) : null;

    private static TrialResult Failed(TrialRequest request, Failure failure) =>
        new(TrialEnd.Failed, request.EpochsKnown, Last: null, Test: null, Seconds: 0, failure);
}
