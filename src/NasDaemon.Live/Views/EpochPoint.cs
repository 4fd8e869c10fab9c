using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Live.Views;

/// <summary>A point of a learning curve.</summary>
/// <param name="Trial">The trial's number.</param>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Accuracy">The accuracy on the validation split; null in final trainings.</param>
/// <param name="Loss">The mean loss over the training samples; null where it is not finite.</param>
internal sealed record EpochPoint(int Trial, int Epoch, double? Accuracy, double? Loss)
{
    /// <summary>The point of an epoch.</summary>
    public static EpochPoint Of(EpochRecord epoch) => new(
        epoch.Trial.Number, epoch.Metrics.Epoch, Finite(epoch.Metrics.Validation?.Accuracy), Finite(epoch.Metrics.TrainLoss));

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 5) : null;
}
