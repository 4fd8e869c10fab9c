using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Views;

/// <summary>A diagonal.</summary>
/// <param name="offset">Which one.</param>
/// <param name="first">The first dimension.</param>
/// <param name="second">The second dimension.</param>
internal sealed class DiagonalView(long offset, long first, long second) : ViewStep
{
    private Value[] Place => [new IntegerValue(offset), new IntegerValue(first), new IntegerValue(second)];

    /// <inheritdoc/>
    public override Value Take(Composition steps, TensorValue origin) => steps.Call("torch.diagonal", [origin, .. Place]);

    /// <inheritdoc/>
    public override Value Put(Composition steps, TensorValue origin, TensorValue part) =>
        steps.Call("torch.diagonal_scatter", [origin, part, .. Place]);
}
