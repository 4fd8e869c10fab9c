
namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Views with other strides.</summary>
internal static class WindowRules
{
    /// <summary>Sliding windows of one dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The windows, their elements as the last dimension.</returns>
    public static CallResult Unfold(OperatorCall call)
    {
        var (input, size, step) = (call.Tensor("input"), call.Integer("size"), call.Integer("step"));
        if (DimensionIndex.Resolve(call, "dimension", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var length = input.Shape.Length == 0 ? 1 : input.Shape[dimension].Traced();
        if (size > length)
        {
            return OperatorError.Shape($"maximum size for tensor at dimension {dimension} is {length} but size is {size}");
        }

        if (step <= 0)
        {
            return OperatorError.Runtime($"step is {step} but must be > 0");
        }

        if (input.Shape.Length == 0)
        {
            return call.Emit(input.Type with { Shape = [size] }, 0);
        }

        var windows = ShapeMath.Map(call.Scope, input.Shape[dimension], value => ((value - size) / step) + 1);
        var own = TensorLayout.Of(input);
        long[] strides = [.. own.Select((stride, index) => index == dimension ? stride * step : stride), own[dimension]];
        var type = input.Type with { Shape = input.Shape.SetItem(dimension, windows).Add(size) };
        return call.Emit(type, 0, TensorLayout.Normalise(type.Shape, strides));
    }

    /// <summary>A view with given strides.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The view.</returns>
    public static CallResult Strided(OperatorCall call)
    {
        var (input, size, stride) = (call.Tensor("input"), call.Dimensions("size"), call.Integers("stride"));
        if (size.Length != stride.Length)
        {
            return OperatorError.Runtime("mismatch in length of strides and shape");
        }

        if (!input.Strides.IsDefault)
        {
            return OperatorError.Unsupported("as_strided() of a tensor that is not contiguous is not supported.");
        }

        var type = input.Type with { Shape = size };
        return call.Emit(type, 0, TensorLayout.Normalise(size, stride));
    }
}
