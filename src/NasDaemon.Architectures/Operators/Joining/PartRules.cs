using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Joining;

/// <summary>Rules of taking parts of a tensor.</summary>
internal static class PartRules
{
    private static readonly Lazy<OperatorDefinition> SelectDefinition = new(() => JoinOperators.All.First(definition => definition.Name == "select"));
    private static readonly Lazy<OperatorDefinition> SliceDefinition = new(() => JoinOperators.All.First(definition => definition.Name == "slice"));

    /// <summary>One index of a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The part.</returns>
    public static CallResult Select(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var (index, size) = (call.Integer("index"), input.Shape[dimension].Traced());
        return index < -size || index >= size
            ? OperatorError.Index(
                $"select(): index {index} out of range for tensor of size {ShapeText.List(input.Shape)} at dimension {dimension}")
            : SelectAt(call.Scope, input, dimension, index);
    }

    /// <summary>A range of a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The part.</returns>
    public static CallResult Narrow(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (DimensionIndex.Resolve(call, "dim", input.Shape.Length, out var dimension) is { } error)
        {
            return error;
        }

        var (start, length, size) = (call.Integer("start"), call.Integer("length"), input.Shape[dimension].Traced());
        if (length < 0)
        {
            return OperatorError.Runtime("narrow(): length must be non-negative.");
        }

        start = start < 0 ? start + size : start;
        return start < 0 || start + length > size
            ? OperatorError.Shape($"start ({start}) + length ({length}) exceeds dimension size ({size}).")
            : SliceAt(call.Scope, input, dimension, (start, start + length, 1), length);
    }

    /// <summary>A range of a dimension with a step, as graphs have it.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The part.</returns>
    public static CallResult Slice(OperatorCall call)
    {
        var (start, end, step) = (((IntegerValue)call["start"]).Dimension, ((IntegerValue)call["end"]).Dimension, call.Integer("step"));
        var length = LinearFit.Fit(call.Scope, batch => Math.Max(0, (end.At(batch) - start.At(batch) + step - 1) / step));
        return SliceAt(call.Scope, call.Tensor("input"), (int)call.Integer("dim"), (start, end, step), length);
    }

    /// <summary>Adds <c>select</c> to the graph.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="input">The tensor.</param>
    /// <param name="dimension">The dimension that goes away.</param>
    /// <param name="index">The index; within its range.</param>
    /// <returns>The part.</returns>
    public static CallResult SelectAt(TraceScope scope, TensorValue input, int dimension, long index)
    {
        var size = input.Shape[dimension];
        var counted = index < 0 && size.IsFixed ? index + size.Constant : index;
        var type = input.Type with { Shape = input.Shape.RemoveAt(dimension) };
        Value[] arguments = [input, new IntegerValue(dimension), new IntegerValue(counted)];
        var result = NodeWriter.Write(scope, SelectDefinition.Value, arguments, [type], flops: 0, keepsActivation: false);
        var strides = TensorLayout.Of(input).Where((_, position) => position != dimension).ToArray();
        return result.Value is TensorValue tensor ? tensor.WithStrides(TensorLayout.Normalise(type.Shape, strides)).AsViewOf(input, new SelectView(dimension, counted)) : result;
    }

    /// <summary>Adds <c>slice</c> to the graph.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="input">The tensor.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="range">First index, index behind the last, step.</param>
    /// <param name="length">How many indices are taken.</param>
    /// <returns>The part.</returns>
    public static CallResult SliceAt(
        TraceScope scope,
        TensorValue input,
        int dimension,
        (Dimension Start, Dimension End, long Step) range,
        Dimension length)
    {
        var type = input.Type with { Shape = input.Shape.SetItem(dimension, length) };
        Value[] arguments =
        [
            input, new IntegerValue(dimension), new IntegerValue(range.Start), new IntegerValue(range.End), new IntegerValue(range.Step),
        ];
        var result = NodeWriter.Write(scope, SliceDefinition.Value, arguments, [type], flops: 0, keepsActivation: false);
        var strides = TensorLayout.Of(input);
        strides[dimension] *= range.Step;
        return result.Value is TensorValue tensor ? tensor.WithStrides(TensorLayout.Normalise(type.Shape, strides)).AsViewOf(input, new SliceView(dimension, range.Start, range.End, range.Step)) : result;
    }
}
