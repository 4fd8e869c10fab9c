using NasDaemon.Abstractions.Training;

namespace NasDaemon.Reports.TensorBoard.Events;

/// <summary>The loss of a run of steps.</summary>
/// <param name="Time">When its last step was, in seconds since 1970: as if every step of an epoch took as long as the others.</param>
/// <param name="Step">Its last step, counted over all epochs.</param>
/// <param name="Loss">Its mean loss.</param>
internal sealed record StepPoint(double Time, long Step, double Loss)
{
    /// <summary>Those of one epoch.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="end">When it ended.</param>
    public static IEnumerable<StepPoint> Of(EpochMetrics epoch, double end)
    {
        if (epoch.Steps is not { } kept)
        {
            yield break;
        }

        var last = (long)epoch.Epoch * kept.Steps;
        foreach (var (step, loss) in kept.Of(epoch.Epoch))
        {
            yield return new StepPoint(end - (epoch.Seconds * (last - step) / kept.Steps), step, loss);
        }
    }
}
