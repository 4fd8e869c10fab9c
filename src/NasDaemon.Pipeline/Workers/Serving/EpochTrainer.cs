using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Workers.Serving;

/// <summary>Trains and evaluates one epoch, with a sign of life every second.</summary>
/// <param name="session">What trains.</param>
/// <param name="epochs">Epochs of the whole recipe: the more there are, the fewer losses are kept of each.</param>
/// <param name="progress">Gives the sign of life.</param>
/// <param name="time">How late it is.</param>
internal sealed class EpochTrainer(ITrainingSession session, int epochs, Action progress, TimeProvider time)
{
    private static readonly TimeSpan SignInterval = TimeSpan.FromSeconds(1);

    /// <summary>Trains to the end of the epoch.</summary>
    /// <param name="evaluate">Whether the validation samples judge it.</param>
    /// <returns>The epoch's figures; the loss is not finite where training diverged, and then nothing is evaluated.</returns>
    public EpochMetrics Train(bool evaluate)
    {
        var begun = time.GetTimestamp();
        var lastSign = begun;
        var (loss, samples) = (0.0, 0L);
        var recorder = new LossRecorder(session.BatchesPerEpoch, epochs);
        BatchMetrics step;
        do
        {
            // A batch at a time: sums over as many as fit into a second would be rounded differently on a faster machine.
            step = session.TrainBatches(1, [], CancellationToken.None);
            loss += step.MeanLoss * step.Samples;
            samples += step.Samples;
            recorder.Add(step.MeanLoss);
            if (time.GetElapsedTime(lastSign) >= SignInterval)
            {
                progress();
                lastSign = time.GetTimestamp();
            }
        }
        while (!step.EpochEnded && double.IsFinite(loss));

        var mean = loss / samples;
        var validation = evaluate && double.IsFinite(mean) ? session.Evaluate(SamplePart.Validation, [], CancellationToken.None) : null;
        progress();
        var epoch = step.EpochEnded ? session.EpochsDone : session.EpochsDone + 1;
        return new EpochMetrics(epoch, mean, validation, time.GetElapsedTime(begun).TotalSeconds) { Steps = recorder.Take() };
    }
}
