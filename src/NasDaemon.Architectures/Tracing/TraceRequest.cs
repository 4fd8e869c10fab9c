using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Architectures.Tracing;

/// <summary>What a source is traced for.</summary>
/// <param name="Shape">What the network reads and returns.</param>
public sealed record TraceRequest(NetworkShape Shape)
{
    /// <summary>The class that is the network; null for the source's own <c>Net</c>.</summary>
    public string? ClassName { get; init; }

    /// <summary>
    /// Whether the output has to be one row of <see cref="NetworkShape.Outputs"/> values a sample. Otherwise any tensor will do, and the
    /// outputs only tell a LEMUR network how many classes there are.
    /// </summary>
    public bool ChecksOutput { get; init; } = true;

    /// <summary>Values of the LEMUR dialect's <c>prm</c>, before <see cref="HyperParameter.Defaults"/>.</summary>
    public ImmutableSortedDictionary<string, HyperParameter> HyperParameters { get; init; } =
        ImmutableSortedDictionary.Create<string, HyperParameter>(StringComparer.Ordinal);

    /// <summary>Whether <see cref="TraceResult.ModuleCalls"/> are noted: what people read needs them, a search does not.</summary>
    public bool NotesModuleCalls { get; init; }

    /// <summary>What <c>forward</c> takes behind the batch of samples, such as the mixing weights of a supernet.</summary>
    public ImmutableArray<TensorType> ExtraInputs { get; init; } = [];
}
