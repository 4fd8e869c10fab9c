using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Spaces.Sources;

/// <summary>The sizes of one sample between two layers. Every layer of these spaces keeps the sides, or divides them and rounds up.</summary>
/// <param name="Channels">Its channels.</param>
/// <param name="Sides">Height and width, or the length alone.</param>
internal sealed record FeatureMap(int Channels, ImmutableArray<int> Sides)
{
    /// <summary>The longest side.</summary>
    public int LongestSide => Sides.Max();

    /// <summary>Reads the input of a task.</summary>
    /// <param name="shape">What the task's networks read and return.</param>
    /// <returns>The input's sizes.</returns>
    /// <exception cref="ArgumentException">The input is neither (channels, height, width) nor (channels, length).</exception>
    public static FeatureMap Of(NetworkShape shape) => shape.Input.Length is 2 or 3
        ? new FeatureMap(shape.Input[0], [.. shape.Input.Skip(1)])
        : throw new ArgumentException(
            $"This space reads (channels, height, width) or (channels, length), not ({string.Join(", ", shape.Input)}).", nameof(shape));

    /// <summary>The map behind a layer.</summary>
    /// <param name="channels">The layer's output channels.</param>
    /// <param name="stride">The layer's stride.</param>
    /// <returns>The sizes there.</returns>
    public FeatureMap Through(int channels, int stride = 1) =>
        new(channels, [.. Sides.Select(side => (side + stride - 1) / stride)]);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join('x', Sides.Prepend(Channels).Select(size => size.ToString(CultureInfo.InvariantCulture)));
}
