using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Views;

/// <summary>Elements that are shown several times; PyTorch refuses to write through such a view.</summary>
/// <param name="size">The view's size.</param>
internal sealed class ExpandView(SizeValue size) : ViewStep
{
    /// <inheritdoc/>
    public override Value Take(Composition steps, TensorValue origin) => steps.Method("expand", origin, size);

    /// <inheritdoc/>
    public override Value Put(Composition steps, TensorValue origin, TensorValue part) => steps.Fail(OperatorError.Runtime(
        "unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation."));
}
