using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Views;

/// <summary>The same elements under another shape.</summary>
/// <param name="shape">The view's shape.</param>
internal sealed class ReshapeView(ImmutableArray<Dimension> shape) : ViewStep
{
    /// <inheritdoc/>
    public override Value Take(Composition steps, TensorValue origin) => steps.Call("torch.reshape", origin, new SizeValue(shape));

    /// <inheritdoc/>
    public override Value Put(Composition steps, TensorValue origin, TensorValue part) =>
        steps.Call("torch.reshape", part, new SizeValue(origin.Shape));
}
