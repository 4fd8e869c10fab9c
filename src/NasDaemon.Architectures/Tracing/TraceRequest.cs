using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Architectures.Tracing;

/// <summary>What a source is traced for.</summary>
/// <param name="Shape">What the network reads and returns.</param>
public sealed record TraceRequest(NetworkShape Shape)
{
    /// <summary>Values of the LEMUR dialect's <c>prm</c>, before <see cref="HyperParameter.Defaults"/>.</summary>
    public ImmutableSortedDictionary<string, HyperParameter> HyperParameters { get; init; } =
        ImmutableSortedDictionary.Create<string, HyperParameter>(StringComparer.Ordinal);

    /// <summary>What <c>forward</c> takes behind the batch of samples, such as the mixing weights of a supernet.</summary>
    public ImmutableArray<TensorType> ExtraInputs { get; init; } = [];
}
