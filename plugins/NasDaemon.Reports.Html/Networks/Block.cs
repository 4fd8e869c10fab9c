using System.Collections.Immutable;
using NasDaemon.Reports.Networks;

namespace NasDaemon.Reports.Html.Networks;

/// <summary>A box of a network's picture: an operator with the small ones that follow it, or a whole module.</summary>
/// <param name="Name">The module, with the operator where it is one.</param>
/// <param name="Detail">What tells it from others of its kind, and what follows it inside the box; empty for nothing.</param>
/// <param name="Shape">The shape of what it gives.</param>
/// <param name="Kind">What kind of work it is.</param>
/// <param name="Inputs">The boxes whose results it takes, by their place in the list of boxes; each is earlier.</param>
/// <param name="Parameters">Elements of its parameters.</param>
/// <param name="Flops">Floating-point operations for one sample.</param>
internal sealed record Block(
    string Name,
    string Detail,
    string Shape,
    OperatorKind Kind,
    ImmutableArray<int> Inputs,
    long Parameters,
    long Flops)
{
    /// <summary>Whether it is the network's input or output rather than a part of it.</summary>
    public bool IsEnd { get; init; }
}
