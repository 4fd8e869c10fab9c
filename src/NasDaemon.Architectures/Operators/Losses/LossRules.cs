using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Losses;

/// <summary>Shape rules of losses.</summary>
internal static class LossRules
{
    private static readonly string[] Reductions = ["none", "mean", "sum"];

    /// <summary>A loss of class scores against class numbers or probabilities.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The loss.</returns>
    public static CallResult Classes(OperatorCall call)
    {
        var (input, target) = (call.Tensor("input"), call.Tensor("target"));
        if (ReadReduction(call) is { } error)
        {
            return error;
        }

        var isOfProbabilities = call.Definition.Name == "cross_entropy" && ShapeMath.Same(input.Shape, target.Shape) && ElementTypes.IsFloating(target.Type.Element);
        var axis = input.Shape.Length == 1 ? 0 : 1;
        var perSample = input.Shape.Length == 0 ? input.Shape : input.Shape.RemoveAt(axis);
        if (!isOfProbabilities && target.Shape.Length + 1 == input.Shape.Length && target.Shape.Length > 0 && target.Shape[0].Traced() != input.Shape[0].Traced())
        {
            return OperatorError.Value(
                $"Expected input batch_size ({input.Shape[0].Traced()}) to match target batch_size ({target.Shape[0].Traced()}).");
        }

        if (!isOfProbabilities && !ShapeMath.Same(perSample, target.Shape))
        {
            return OperatorError.Shape(input.Shape.Length == 2
                ? $"0D or 1D target tensor expected, multi-target not supported"
                : $"Expected target size {ShapeText.List(perSample)}, got {ShapeText.List(target.Shape)}");
        }

        if (!isOfProbabilities && target.Type.Element is not (ElementType.Int64 or ElementType.UInt8))
        {
            return OperatorError.Runtime($"expected scalar type Long but found {ElementTypes.CppName(target.Type.Element)}");
        }

        return Emit(call, perSample);
    }

    /// <summary>A loss of pairs of elements, with broadcasting.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The loss.</returns>
    public static CallResult Pairs(OperatorCall call)
    {
        if (ReadReduction(call) is { } error)
        {
            return error;
        }

        return Broadcasting.Combine(call.Scope, call.Tensor("input").Shape, call.Tensor("target").Shape, out var shape) is { } mismatch
            ? mismatch
            : Emit(call, shape);
    }

    /// <summary>A loss of pairs of elements of two tensors of one size.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The loss.</returns>
    public static CallResult SameSize(OperatorCall call)
    {
        if (ReadReduction(call) is { } error)
        {
            return error;
        }

        var (input, target) = (call.Tensor("input"), call.Tensor("target"));
        if (ShapeMath.Same(input.Shape, target.Shape))
        {
            return Emit(call, input.Shape);
        }

        return OperatorError.Value(call.Definition.Name == "binary_cross_entropy"
            ? $"Using a target size (torch.Size({ShapeText.List(target.Shape)})) that is different to the input size (torch.Size({ShapeText.List(input.Shape)})) is deprecated. Please ensure they have the same size."
            : $"Target size (torch.Size({ShapeText.List(target.Shape)})) must be the same as input size (torch.Size({ShapeText.List(input.Shape)}))");
    }

    /// <summary>The Kullback-Leibler divergence.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The loss.</returns>
    public static CallResult Divergence(OperatorCall call)
    {
        if (call["reduction"] is not TextValue { Value: "batchmean" })
        {
            return Pairs(call);
        }

        var steps = new Composition(call.Scope);
        var sum = steps.Call(
            "torch.nn.functional.kl_div",
            new CallArguments([call["input"], call["target"]], [new("reduction", new TextValue("sum")), new("log_target", call["log_target"])]));
        return steps.Result(steps.Call("torch.div", sum, new IntegerValue(call.Tensor("input").Shape[0])));
    }

    private static OperatorError? ReadReduction(OperatorCall call)
    {
        var text = ((TextValue)call["reduction"]).Value;
        var number = Array.IndexOf(Reductions, text);
        if (number < 0)
        {
            return OperatorError.Value($"{text} is not a valid value for reduction");
        }

        call["reduction"] = new IntegerValue(number);
        return null;
    }

    private static CallResult Emit(OperatorCall call, ImmutableArray<Dimension> shape)
    {
        var isReduced = call["reduction"] is not IntegerValue { Traced: 0 };
        return call.Emit(call.Tensor("input").Type with { Shape = isReduced ? [] : shape }, 4 * ShapeMath.SampleElements(call.Tensor("input").Shape));
    }
}
