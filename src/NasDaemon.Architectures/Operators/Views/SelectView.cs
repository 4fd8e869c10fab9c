using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Views;

/// <summary>One index of a dimension.</summary>
/// <param name="dimension">The dimension.</param>
/// <param name="index">The index.</param>
internal sealed class SelectView(int dimension, long index) : ViewStep
{
    /// <inheritdoc/>
    public override Value Take(Composition steps, TensorValue origin) =>
        steps.Call("torch.select", origin, new IntegerValue(dimension), new IntegerValue(index));

    /// <inheritdoc/>
    public override Value Put(Composition steps, TensorValue origin, TensorValue part) =>
        steps.Call("torch.select_scatter", origin, part, new IntegerValue(dimension), new IntegerValue(index));
}
