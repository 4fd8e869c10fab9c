using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Views;

/// <summary>A slice of a dimension.</summary>
/// <param name="dimension">The dimension.</param>
/// <param name="start">Where it starts.</param>
/// <param name="end">Where it ends.</param>
/// <param name="step">Its step.</param>
internal sealed class SliceView(int dimension, Dimension start, Dimension end, long step) : ViewStep
{
    private Value[] Range => [new IntegerValue(dimension), new IntegerValue(start), new IntegerValue(end), new IntegerValue(step)];

    /// <inheritdoc/>
    public override Value Take(Composition steps, TensorValue origin) => steps.Operator("slice", [origin, .. Range]);

    /// <inheritdoc/>
    public override Value Put(Composition steps, TensorValue origin, TensorValue part) =>
        steps.Call("torch.slice_scatter", [origin, part, .. Range]);
}
