using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Operators that take a single sample where ONNX wants a batch of them.</summary>
internal static class Batches
{
    /// <summary>Writes an operator over a batch.</summary>
    /// <param name="call">The operator's application.</param>
    /// <param name="input">What it reads: samples, or one sample.</param>
    /// <param name="spatial">How many dimensions come behind the channels.</param>
    /// <param name="write">Writes the operator for a batch, given the type of its output.</param>
    /// <returns>Its output, a batch only where the input was one.</returns>
    public static OnnxValue Apply(NodeCall call, OnnxValue input, int spatial, Func<OnnxValue, TensorType, OnnxValue> write)
    {
        if (input.Rank != spatial + 1)
        {
            return write(input, call.Output);
        }

        var type = call.Output with { Shape = call.Output.Shape.Insert(0, 1) };
        return call.Squeeze(write(call.Unsqueeze(input, 0), type), 0);
    }
}
