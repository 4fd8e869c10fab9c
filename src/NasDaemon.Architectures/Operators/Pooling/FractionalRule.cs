using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Pooling;

/// <summary>Pooling over windows whose places are drawn by lot (Graham, "Fractional Max-Pooling", 2014), as PyTorch composes it.</summary>
internal static class FractionalRule
{
    /// <summary>Draws the places, and pools.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">The spatial dimensions.</param>
    /// <returns>The tensor, with the indices where they are asked for.</returns>
    public static CallResult Apply(OperatorCall call, int spatial)
    {
        var input = call.Tensor("input");
        if (call.IsNone("output_size") && call.IsNone("output_ratio"))
        {
            return OperatorError.Value($"fractional_max_pool{spatial}d requires specifying either an output_size or an output_ratio");
        }

        if (input.Shape.Length <= spatial)
        {
            return OperatorError.Index($"Dimension out of range (expected to be in range of [-{input.Shape.Length}, {input.Shape.Length - 1}], but got -{spatial + 1})");
        }

        var size = call.IsNone("output_size") ? Scaled(call, input, spatial) : call["output_size"];
        var batch = input.Shape.Length == spatial + 1 ? Dimension.FromInt64(1) : input.Shape[0];
        var steps = new Composition(call.Scope);
        var places = call.IsNone("_random_samples")
            ? steps.Call("torch.rand", new SizeValue([batch, input.Shape[input.Shape.Length - spatial - 1], spatial]))
            : call["_random_samples"];
        var both = steps.Operator($"fractional_max_pool{spatial}d_with_indices", input, call["kernel_size"], Whole(size, spatial), places);
        return call.Flag("return_indices") || both is not TupleValue pair ? steps.Result(both) : steps.Result(pair.Items[0]);
    }

    /// <summary>Pools at places that are given.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">The spatial dimensions.</param>
    /// <returns>The tensor and the indices.</returns>
    public static CallResult WithIndices(OperatorCall call, int spatial)
    {
        var input = call.Tensor("input");
        var (kernel, size) = (call.Integers("kernel_size"), call.Integers("output_size"));
        string[] sides = spatial == 2 ? ["height", "width"] : ["time", "height", "width"];
        for (var index = 0; index < spatial; index++)
        {
            var side = input.Shape[input.Shape.Length - spatial + index];
            if (side.IsFixed && size[index] + kernel[index] - 1 > side.Constant)
            {
                return OperatorError.Runtime(
                    $"fractional_max_pool{spatial}d{(spatial == 2 ? "" : "_out")}(): pool {sides[index]} {kernel[index]} too large relative to input {sides[index]} {side.Constant}");
            }
        }

        Dimension[] shape = [.. input.Shape[..^spatial], .. size.Select(Dimension.FromInt64)];
        var window = kernel.Aggregate(1L, (product, length) => product * length);
        return call.EmitMany(
            [input.Type with { Shape = [.. shape] }, new TensorType([.. shape], ElementType.Int64)],
            window * ShapeMath.SampleElements([.. shape]));
    }

    private static TupleValue Scaled(OperatorCall call, TensorValue input, int spatial)
    {
        var ratios = Sequences.Items(call["output_ratio"]) ?? [.. Enumerable.Repeat(call["output_ratio"], spatial)];
        return Composition.Integers(
            [.. ratios.Select((ratio, index) => (long)(new IntegerValue(input.Shape[input.Shape.Length - spatial + index]).Traced * Numbers.ToDouble(ratio)))]);
    }

    private static Value Whole(Value size, int spatial) =>
        Sequences.Items(size) is null ? new TupleValue([.. Enumerable.Repeat(size, spatial)]) : size;
}
