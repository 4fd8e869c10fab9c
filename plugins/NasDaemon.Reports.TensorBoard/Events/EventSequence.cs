using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Exports.Protobuf;
using NasDaemon.Reports.TensorBoard.Runs;

namespace NasDaemon.Reports.TensorBoard.Events;

/// <summary>The events of one training, in their order.</summary>
internal static class EventSequence
{
    /// <summary>Version, the session's beginning with the hyper-parameters, the losses of an epoch's steps and then an event of the epoch, the session's end.</summary>
    /// <param name="run">The training.</param>
    /// <param name="training">The task's recipe.</param>
    /// <returns>The events, each as bytes.</returns>
    public static IEnumerable<byte[]> Of(TrainedRun run, TrainingSettings training)
    {
        var start = RunTimes.Start(run);
        yield return EventMessage.Version(start);
        yield return EventMessage.Summary(start, 0, [SessionValue.Start(HyperParameters.Of(run, training), start)]);
        foreach (var (epoch, time) in run.Epochs.Zip(RunTimes.Epochs(run)))
        {
            foreach (var point in StepPoint.Of(epoch, time))
            {
                yield return EventMessage.Summary(point.Time, point.Step, [ScalarValue.Of("loss/step", point.Loss)]);
            }

            yield return EventMessage.Summary(time, epoch.Epoch, Figures(epoch));
        }

        var end = RunTimes.End(run);
        ProtobufMessage[] last = [.. Outcome(run), .. SessionValue.End(run.Trial.State, end)];
        if (last.Length > 0)
        {
            yield return EventMessage.Summary(end, run.EpochCount, last);
        }
    }

    private static ProtobufMessage[] Figures(EpochMetrics epoch) =>
    [
        ScalarValue.Of("train_loss", epoch.TrainLoss),
        .. epoch.Validation is { } validation ? Validation(validation.Accuracy, validation.Loss) : [],
        ScalarValue.Of("seconds", epoch.Seconds),
    ];

    // What has no epochs of its own repeats an earlier task's result, of which only the last figures are known.
    private static ProtobufMessage[] Outcome(TrainedRun run) => run.Trial switch
    {
        { Test: { } test } => [ScalarValue.Of("test_accuracy", test.Accuracy), ScalarValue.Of("test_loss", test.Loss)],
        { Score: { } score } when run.Epochs.IsEmpty => Validation(score.ValidationAccuracy, score.ValidationLoss),
        _ => [],
    };

    private static ProtobufMessage[] Validation(double accuracy, double loss) =>
        [ScalarValue.Of("validation_accuracy", accuracy), ScalarValue.Of("validation_loss", loss)];
}
