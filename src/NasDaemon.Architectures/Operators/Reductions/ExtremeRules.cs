using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Reductions;

/// <summary><c>max</c> and <c>min</c> in their three forms: of all, along a dimension, of two tensors.</summary>
internal static class ExtremeRules
{
    private static readonly string[] Names = ["values", "indices"];

    /// <summary>An extreme.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A tensor, or values with their indices.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var input = call.Tensor("input");
        var isMaximum = call.Definition.Name == "max";
        switch (call["dim"])
        {
            case TensorValue other:
                var steps = new Composition(call.Scope);
                return steps.Result(steps.Call(isMaximum ? "torch.maximum" : "torch.minimum", input, other));
            case NoneValue:
                return OperatorCatalogue.Default.TryFindOperator(isMaximum ? "max_all" : "min_all", out var definition)
                    ? NodeWriter.Write(
                        call.Scope,
                        definition,
                        [input],
                        [new TensorType([], input.Type.Element)],
                        ShapeMath.SampleElements(input.Shape),
                        keepsActivation: true)
                    : OperatorError.Unsupported("The extreme of all elements is not supported.");
            case IntegerValue:
                return Along(call, input);
            default:
                return OperatorError.Type($"{call.FunctionName}() received an invalid combination of arguments - got ({(call.IsMethod ? string.Empty : "Tensor, ")}{call["dim"].TypeName}), but expected one of:");
        }
    }

    private static CallResult Along(OperatorCall call, TensorValue input)
    {
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var shape = ReducedShape.After(input.Shape, [dimension], call.Flag("keepdim"));
        var result = call.EmitMany(
            [input.Type with { Shape = shape }, new TensorType(shape, ElementType.Int64)],
            ShapeMath.SampleElements(input.Shape));
        return result.Value is TupleValue pair ? new NamedTupleValue($"torch.return_types.{call.Definition.Name}", Names, pair.Items) : result;
    }
}
