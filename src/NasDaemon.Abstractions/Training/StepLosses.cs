using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Training;

/// <summary>The training losses within one epoch: the mean of each run of so many steps.</summary>
/// <param name="Steps">Steps of the epoch; a step is one batch.</param>
/// <param name="Run">Steps of a run; the last run may have fewer.</param>
/// <param name="Losses">The mean loss of each run, in order.</param>
public sealed record StepLosses(int Steps, int Run, ImmutableArray<double> Losses)
{
    /// <summary>The losses with the number of the last step of their run, counted from the first step of the first epoch.</summary>
    /// <param name="epoch">Which epoch these are of, from 1; every epoch of a trial has as many steps.</param>
    /// <returns>The points of the curve, in order.</returns>
    public IEnumerable<(long Step, double Loss)> Of(int epoch)
    {
        var before = (epoch - 1L) * Steps;
        return Losses.Select((loss, index) => (before + Math.Min((index + 1L) * Run, Steps), loss));
    }

    /// <inheritdoc/>
    public bool Equals(StepLosses? other) =>
        other is not null && (Steps, Run) == (other.Steps, other.Run) && Losses.AsSpan().SequenceEqual(other.Losses.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Steps, Run, Losses.Length);
}
