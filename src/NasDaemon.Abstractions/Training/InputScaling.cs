using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Training;

/// <summary>
/// How a session's samples are scaled before the network sees them: <c>(value − mean) / deviation</c> in each channel. Who uses the
/// trained network elsewhere must do the same.
/// </summary>
/// <param name="Means">The mean of each channel, on the scale of 0 to 1 for bytes; 0 without normalisation.</param>
/// <param name="Deviations">The deviation of each channel; 1 without normalisation.</param>
public sealed record InputScaling(ImmutableArray<double> Means, ImmutableArray<double> Deviations)
{
    /// <inheritdoc/>
    public bool Equals(InputScaling? other) => other is not null
        && Means.AsSpan().SequenceEqual(other.Means.AsSpan())
        && Deviations.AsSpan().SequenceEqual(other.Deviations.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Means.Aggregate(17, HashCode.Combine);
}
