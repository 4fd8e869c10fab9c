using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing;

/// <summary>Checks that a network returns what its task asks for: one row of values a sample.</summary>
internal static class OutputCheck
{
    /// <summary>Checks what <c>forward</c> returned.</summary>
    /// <param name="state">Takes errors.</param>
    /// <param name="output">What it returned.</param>
    /// <param name="request">What the network is for.</param>
    /// <returns>The output; null where an error was raised.</returns>
    public static TensorValue? Check(TraceState state, Value output, TraceRequest request)
    {
        var wanted = request.Shape.Outputs;
        state.Scope.Place = default;
        if (output is not TensorValue tensor)
        {
            // The text that Python gives as soon as anything asks for the output's shape.
            state.Raise(
                FailureClass.WrongOutput,
                "AttributeError",
                output switch
                {
                    NamespaceValue space => $"module '{space.Path}' has no attribute 'shape'",
                    ClassValue type => $"type object '{type.Name}' has no attribute 'shape'",
                    _ => $"'{output.TypeName}' object has no attribute 'shape'",
                },
                $"forward() returned {Describe(output)}, not a tensor{(request.ChecksOutput ? $" of shape [{TraceBatch.Size}, {wanted}]" : string.Empty)}.");
            return null;
        }

        var isRight = tensor.Type.Element is ElementType.Float32 or ElementType.Float64
            && tensor.Shape is [{ BatchMultiple: 1, Constant: 0 }, { BatchMultiple: 0 } columns]
            && columns.Constant == wanted;
        if (isRight || !request.ChecksOutput)
        {
            return tensor;
        }

        Refuse(state, $"forward() returned a tensor of shape {ShapeText.List(tensor.Shape)}, not [{TraceBatch.Size}, {wanted}].");
        return null;
    }

    private static void Refuse(TraceState state, string message) =>
        state.Raise(FailureClass.WrongOutput, "RuntimeError", message, "The output has to be one row of values a sample.");

    private static string Describe(Value output) => output switch
    {
        NoneValue => "None",
        TupleValue tuple => $"a tuple of {tuple.Items.Count} values",
        ListValue list => $"a list of {list.Items.Count} values",
        _ => $"a value of type '{output.TypeName}'",
    };
}
