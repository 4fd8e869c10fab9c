using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Views;

/// <summary>The same elements with the dimensions in another order.</summary>
/// <param name="order">For each dimension of the view, which one of the origin it is.</param>
internal sealed class PermuteView(int[] order) : ViewStep
{
    /// <inheritdoc/>
    public override Value Take(Composition steps, TensorValue origin) =>
        steps.Call("torch.permute", origin, Composition.Integers([.. order.Select(index => (long)index)]));

    /// <inheritdoc/>
    public override Value Put(Composition steps, TensorValue origin, TensorValue part)
    {
        var back = new long[order.Length];
        for (var index = 0; index < back.Length; index++)
        {
            back[order[index]] = index;
        }

        return steps.Call("torch.permute", part, Composition.Integers(back));
    }
}
