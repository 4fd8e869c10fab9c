using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Values;

/// <summary>A <c>torch.Size</c>: a tuple of integers.</summary>
/// <param name="shape">The sizes.</param>
internal sealed class SizeValue(ImmutableArray<Dimension> shape) : TupleValue([.. shape.Select(dimension => new IntegerValue(dimension))])
{
    /// <inheritdoc/>
    public override string TypeName => "torch.Size";
}
