using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NasDaemon.Abstractions.Graphs;

/// <summary>A parameter or buffer under its PyTorch <c>state_dict</c> name.</summary>
/// <param name="Name">The name, e.g. <c>features.0.weight</c>.</param>
/// <param name="Shape">The sizes; empty for a scalar.</param>
/// <param name="Element">The type of the elements.</param>
/// <param name="IsParameter">True for a parameter, false for a buffer.</param>
/// <param name="IsTrainable">Whether gradients flow into it.</param>
/// <param name="IsPersistent">Whether it belongs to the <c>state_dict</c>; a non-persistent buffer does not.</param>
/// <param name="Initialisation">How it gets its first values.</param>
/// <param name="SharedWith">Where this is another name of an entry listed before (shared modules): that entry's name; else null.</param>
public sealed record StateEntry(
    string Name,
    ImmutableArray<long> Shape,
    ElementType Element,
    bool IsParameter,
    bool IsTrainable,
    bool IsPersistent,
    Initialisation Initialisation,
    string? SharedWith = null)
{
    /// <summary>How many elements it has.</summary>
    [JsonIgnore]
    public long Elements => Shape.Aggregate(1L, (product, size) => product * size);

    /// <inheritdoc/>
    public bool Equals(StateEntry? other) => other is not null
        && (Name, Element, IsParameter, IsTrainable, IsPersistent, Initialisation, SharedWith)
            == (other.Name, other.Element, other.IsParameter, other.IsTrainable, other.IsPersistent, other.Initialisation, other.SharedWith)
        && Shape.AsSpan().SequenceEqual(other.Shape.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Element, IsParameter, Initialisation);
}
