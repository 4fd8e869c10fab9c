using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Initialisations;

/// <summary>How many inputs and outputs one element of a kernel's result has.</summary>
/// <param name="In">Inputs of one output.</param>
/// <param name="Out">Outputs of one input.</param>
internal readonly record struct Fans(long In, long Out)
{
    /// <summary>The fans of a kernel.</summary>
    /// <param name="tensor">The kernel.</param>
    /// <returns>The fans; null for fewer than two dimensions.</returns>
    public static Fans? Of(TensorValue tensor)
    {
        var shape = tensor.Shape;
        if (shape.Length < 2)
        {
            return null;
        }

        var field = shape.Skip(2).Aggregate(1L, (product, size) => product * size.Traced());
        return new Fans(shape[1].Traced() * field, shape[0].Traced() * field);
    }
}
