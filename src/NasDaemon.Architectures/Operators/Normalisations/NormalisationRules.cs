using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Normalisations;

/// <summary>Rules of normalisation layers.</summary>
internal static class NormalisationRules
{
    private const int FlopsPerElement = 4;

    /// <summary>Batch normalisation.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Batch(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (call.Flag("training") && CheckMoreThanOneValue(input.Shape) is { } tooFew)
        {
            return tooFew;
        }

        var channels = input.Shape.Length > 1 ? input.Shape[1].Traced() : 1;
        foreach (var name in (ReadOnlySpan<string>)["running_mean", "running_var", "weight", "bias"])
        {
            if (call.TensorOrNull(name) is { } tensor && ShapeMath.Elements(tensor.Shape) != channels)
            {
                return OperatorError.Shape(
                    $"{name} should contain {channels} elements not {ShapeMath.Elements(tensor.Shape)}",
                    $"The layer normalises {ShapeMath.Elements(tensor.Shape)} channels; what it is applied to has {channels}.");
            }
        }

        return Keep(call, TensorLayout.Spatial(input, input.Shape));
    }

    /// <summary>Instance normalisation.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Instance(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (call.Flag("use_input_stats"))
        {
            var spatial = input.Shape.Skip(2).Aggregate(1L, (product, size) => product * size.Traced());
            if (spatial == 1)
            {
                return OperatorError.Value(
                    $"Expected more than 1 spatial element when training, got input size torch.Size({ShapeText.List(input.Shape)})");
            }
        }

        var expected = input.Shape[0].Traced() * input.Shape[1].Traced();
        return call.TensorOrNull("weight") is { } weight && weight.Shape[0].Traced() != input.Shape[1].Traced()
            ? OperatorError.Shape($"weight should contain {expected} elements not {weight.Shape[0].Traced() * input.Shape[0].Traced()}")
            : Keep(call, default);
    }

    /// <summary>Layer normalisation.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Layer(OperatorCall call)
    {
        var (input, normalised) = (call.Tensor("input"), call.Dimensions("normalized_shape"));
        foreach (var name in (ReadOnlySpan<string>)["weight", "bias"])
        {
            if (call.TensorOrNull(name) is { } tensor && !ShapeMath.Same(tensor.Shape, normalised))
            {
                return OperatorError.Shape(
                    $"Expected {name} to be of same shape as normalized_shape, but got {name} of shape {ShapeText.List(tensor.Shape)} and normalized_shape = {ShapeText.List(normalised)}");
            }
        }

        var fits = input.Shape.Length >= normalised.Length && ShapeMath.Same(input.Shape[^normalised.Length..], normalised);
        if (fits)
        {
            return Keep(call, default);
        }

        var expected = string.Concat(normalised.Select(size => $", {size.Traced()}"));
        return OperatorError.Shape(
            $"Given normalized_shape={ShapeText.List(normalised)}, expected input with shape [*{expected}], but got input of size{ShapeText.List(input.Shape)}");
    }

    /// <summary>Group normalisation.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Group(OperatorCall call)
    {
        var (input, groups) = (call.Tensor("input"), call.Integer("num_groups"));
        if (input.Shape.Length < 2)
        {
            return OperatorError.Shape($"Expected at least 2 dimensions for input tensor but received {input.Shape.Length}");
        }

        var channels = input.Shape[1].Traced();
        var values = input.Shape[0].Traced() * channels / Math.Max(1, groups) * input.Shape.Skip(2).Aggregate(1L, (product, size) => product * size.Traced());
        if (groups > 0 && values == 1)
        {
            return MoreThanOneValue([input.Shape[0].Traced() * channels / groups, groups, .. input.Shape.Skip(2).Select(ShapeMath.Traced)]);
        }

        if (groups <= 0 || channels % groups != 0)
        {
            return OperatorError.Shape(
                $"Expected number of channels in input to be divisible by num_groups, but got input of shape {ShapeText.List(input.Shape)} and num_groups={groups}");
        }

        foreach (var name in (ReadOnlySpan<string>)["weight", "bias"])
        {
            if (call.TensorOrNull(name) is { } tensor && (tensor.Shape.Length != 1 || tensor.Shape[0].Traced() != channels))
            {
                return OperatorError.Shape(
                    $"Expected {name} to be a vector of size equal to the number of channels in input, but got {name} of shape {ShapeText.List(tensor.Shape)} and input of shape {ShapeText.List(input.Shape)}");
            }
        }

        return Keep(call, TensorLayout.Spatial(input, input.Shape));
    }

    /// <summary>Vectors of length one along a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult UnitLength(OperatorCall call) =>
        DimensionIndex.Resolve(call, "dim", call.Tensor("input").Shape.Length, out _) is { } error ? error : PointwiseRules.Keep(call, 4);

    private static OperatorError? CheckMoreThanOneValue(ImmutableArray<Dimension> shape)
    {
        var values = shape[0].Traced() * shape.Skip(2).Aggregate(1L, (product, size) => product * size.Traced());
        return values == 1 ? MoreThanOneValue(shape.Select(ShapeMath.Traced)) : null;
    }

    private static OperatorError MoreThanOneValue(IEnumerable<long> sizes) => OperatorError.Value(
        $"Expected more than 1 value per channel when training, got input size torch.Size([{string.Join(", ", sizes)}])") with
    {
        Class = NasDaemon.Abstractions.Failures.FailureClass.ShapeMismatch,
    };

    private static CallResult Keep(OperatorCall call, ImmutableArray<long> strides)
    {
        var input = call.Tensor("input");
        return call.Emit(input.Type, FlopsPerElement * ShapeMath.SampleElements(input.Shape), strides);
    }
}
