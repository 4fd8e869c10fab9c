using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Spaces;

/// <summary>What a network of a task reads and returns.</summary>
/// <param name="Input">The sizes of one sample without the batch: (channels, height, width), (channels, length) or (features).</param>
/// <param name="Outputs">How many values it returns for a sample: the classes, or 1 for a binary classifier with one output.</param>
public sealed record NetworkShape(ImmutableArray<int> Input, int Outputs)
{
    /// <inheritdoc/>
    public bool Equals(NetworkShape? other) => other is not null && Outputs == other.Outputs && Input.AsSpan().SequenceEqual(other.Input.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Input.Aggregate(Outputs, HashCode.Combine);
}
