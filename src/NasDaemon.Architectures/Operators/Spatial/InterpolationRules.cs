using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Spatial;

/// <summary>Shape rule of resizing by interpolation.</summary>
internal static class InterpolationRules
{
    private static readonly string[] Smooth = ["linear", "bilinear", "bicubic", "trilinear"];

    /// <summary>Resizes to a size or by a factor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Interpolate(OperatorCall call)
    {
        var (input, mode) = (call.Tensor("input"), ((TextValue)call["mode"]).Value);
        if (!Smooth.Contains(mode) && !call.IsNone("align_corners"))
        {
            return OperatorError.Value("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear");
        }

        if (ReadSize(call, input, out var size, out var scales) is { } error)
        {
            return error;
        }

        if (CheckMode(input.Shape.Length, mode) is { } modeError)
        {
            return modeError;
        }

        if (call.Flag("antialias") && (mode is not ("bilinear" or "bicubic") || input.Shape.Length != 4))
        {
            return OperatorError.Value("Anti-alias option is only supported for bilinear and bicubic modes");
        }

        if (mode == "area")
        {
            var steps = new Composition(call.Scope);
            return steps.Result(steps.Call($"torch.nn.functional.adaptive_avg_pool{size.Length}d", input, new SizeValue(size)));
        }

        var shape = ImmutableArray.Create([input.Shape[0], input.Shape[1], .. size]);
        return shape.Any(dimension => dimension.Traced() <= 0)
            ? OperatorError.Shape(
                $"Input and output sizes should be greater than 0, but got input (H: {input.Shape[^2].Traced()}, W: {input.Shape[^1].Traced()}) output (H: {size[0].Traced()}, W: {size[^1].Traced()})")
            : Emit(call, input, shape, scales);
    }

    private static CallResult Emit(OperatorCall call, TensorValue input, ImmutableArray<Dimension> shape, Value scales)
    {
        var mode = ((TextValue)call["mode"]).Value;
        var isNearest = mode.StartsWith("nearest", StringComparison.Ordinal);
        var prefix = mode == "nearest-exact" ? "_upsample_nearest_exact" : $"upsample_{mode}";
        var suffix = call.Flag("antialias") ? "_aa" : "";
        prefix = suffix.Length > 0 ? $"_{prefix}" : prefix;
        if (!OperatorCatalogue.Default.TryFindOperator($"{prefix}{shape.Length - 2}d{suffix}", out var definition))
        {
            return OperatorError.Unsupported($"Interpolation with mode {mode} is not supported.");
        }

        Value size = scales is NoneValue ? new SizeValue(shape[2..]) : NoneValue.Instance;
        Value[] arguments = isNearest ? [input, size, scales] : [input, size, BoolValue.Of(call.Flag("align_corners")), scales];
        var flops = isNearest ? 0 : 8 * ShapeMath.SampleElements(shape);
        var result = NodeWriter.Write(call.Scope, definition, arguments, [input.Type with { Shape = shape }], flops, keepsActivation: true);
        return result.Value is TensorValue output ? output.WithStrides(TensorLayout.Spatial(input, shape)) : result;
    }

    private static OperatorError? ReadSize(OperatorCall call, TensorValue input, out ImmutableArray<Dimension> size, out Value scales)
    {
        (size, scales) = ([], NoneValue.Instance);
        var spatial = Math.Max(0, input.Shape.Length - 2);
        if (!call.IsNone("size") && !call.IsNone("scale_factor"))
        {
            return OperatorError.Value("only one of size or scale_factor should be defined");
        }

        if (!call.IsNone("size"))
        {
            var sizes = Sequences.Items(call["size"]) ?? [.. Enumerable.Repeat(call["size"], spatial)];
            if (sizes.Count != spatial || !sizes.All(item => item is IntegerValue))
            {
                return OperatorError.Value(
                    $"Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of {ShapeText.List([.. input.Shape.Skip(2)])} and output size of [{string.Join(", ", sizes.Select(item => Numbers.IsNumber(item) ? Numbers.ToDouble(item) : 0))}]. Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.");
            }

            size = [.. sizes.Cast<IntegerValue>().Select(item => item.Dimension)];
            return null;
        }

        if (call.IsNone("scale_factor"))
        {
            return OperatorError.Value("either size or scale_factor should be defined");
        }

        return ReadScales(call, input, spatial, ref size, ref scales);
    }

    private static OperatorError? ReadScales(OperatorCall call, TensorValue input, int spatial, ref ImmutableArray<Dimension> size, ref Value scales)
    {
        var factors = Sequences.Items(call["scale_factor"]) ?? [.. Enumerable.Repeat(call["scale_factor"], spatial)];
        if (factors.Count != spatial || !factors.All(Numbers.IsNumber))
        {
            return OperatorError.Value(
                $"Input and scale_factor must have the same number of spatial dimensions, but got input with spatial dimensions of {ShapeText.List([.. input.Shape.Skip(2)])} and scale_factor of shape {string.Join(", ", factors.Select(item => item.TypeName))}. Please provide input tensor in (N, C, d1, d2, ...,dK) format and scale_factor in (s1, s2, ...,sK) format.");
        }

        size = [.. factors.Select((factor, index) =>
            ShapeMath.Map(call.Scope, input.Shape[index + 2], value => (long)Math.Floor(value * Numbers.ToDouble(factor))))];
        if (!call.Flag("recompute_scale_factor"))
        {
            scales = new TupleValue([.. factors.Select(factor => new FloatValue(Numbers.ToDouble(factor)))]);
        }

        return null;
    }

    private static OperatorError? CheckMode(int rank, string mode)
    {
        var needed = mode switch
        {
            "linear" => 3,
            "bilinear" or "bicubic" => 4,
            "trilinear" => 5,
            _ => rank,
        };
        var isKnown = mode is "nearest" or "nearest-exact" or "area" || Smooth.Contains(mode);
        if (isKnown && needed == rank && rank is >= 3 and <= 5)
        {
            return null;
        }

        var message = isKnown && mode != "bicubic" && rank is >= 3 and <= 5
            ? $"Got {rank}D input, but {mode} mode needs {needed}D input"
            : $"Input Error: Only 3D, 4D and 5D input Tensors supported (got {rank}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got {mode})";
        return new OperatorError(FailureClass.ShapeMismatch, "NotImplementedError", message);
    }
}
