using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Workers.Serving;

/// <summary>Trains and evaluates one epoch in steps of about a second, each followed by a sign of life.</summary>
internal sealed class EpochTrainer(ITrainingSession session, Action progress, TimeProvider time)
{
    private static readonly TimeSpan StepTime = TimeSpan.FromSeconds(1);
    private int _batches = 1;

    /// <summary>Trains to the end of the epoch.</summary>
    /// <param name="evaluate">Whether the validation samples judge it.</param>
    /// <returns>The epoch's figures; the loss is not finite where training diverged, and then nothing is evaluated.</returns>
    public EpochMetrics Train(bool evaluate)
    {
        var begun = time.GetTimestamp();
        var (loss, samples) = (0.0, 0L);
        BatchMetrics step;
        do
        {
            var stepBegun = time.GetTimestamp();
            step = session.TrainBatches(_batches, [], CancellationToken.None);
            loss += step.MeanLoss * step.Samples;
            samples += step.Samples;
            progress();
            _batches = Math.Clamp(time.GetElapsedTime(stepBegun) < StepTime / 2 ? _batches * 2 : _batches, 1, session.BatchesPerEpoch);
        }
        while (!step.EpochEnded && double.IsFinite(loss));

        var mean = loss / samples;
        var validation = evaluate && double.IsFinite(mean) ? session.Evaluate(SamplePart.Validation, [], CancellationToken.None) : null;
        progress();
        var epoch = step.EpochEnded ? session.EpochsDone : session.EpochsDone + 1;
        return new EpochMetrics(epoch, mean, validation, time.GetElapsedTime(begun).TotalSeconds);
    }
}
