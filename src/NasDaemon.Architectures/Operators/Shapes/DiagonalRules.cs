using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Diagonals of tensors, and tensors of diagonals.</summary>
internal static class DiagonalRules
{
    /// <summary>A diagonal.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The diagonal, as the last dimension.</returns>
    public static CallResult Diagonal(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (DimensionIndex.Resolve(call, "dim1", input.Shape.Length, out var first) is { } firstError)
        {
            return firstError;
        }

        if (DimensionIndex.Resolve(call, "dim2", input.Shape.Length, out var second) is { } secondError)
        {
            return secondError;
        }

        if (first == second)
        {
            return OperatorError.Runtime($"diagonal dimensions cannot be identical {first}, {second}");
        }

        var offset = call.Integer("offset");
        var (rows, columns) = (input.Shape[first].Traced(), input.Shape[second].Traced());
        var length = Math.Max(0, offset >= 0 ? Math.Min(rows, columns - offset) : Math.Min(rows + offset, columns));
        var rest = input.Shape.Where((_, index) => index != first && index != second);
        var strides = TensorLayout.Of(input);
        long[] own = [.. strides.Where((_, index) => index != first && index != second), strides[first] + strides[second]];
        var type = input.Type with { Shape = [.. rest, length] };
        var result = call.Emit(type, 0, TensorLayout.Normalise(type.Shape, own), keepsActivation: false);
        return result.Value is TensorValue tensor ? tensor.AsViewOf(input, new DiagonalView(offset, first, second)) : result;
    }

    /// <summary>The diagonal of a matrix, or a matrix with a diagonal.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The diagonal or the matrix.</returns>
    public static CallResult Diag(OperatorCall call)
    {
        var steps = new Composition(call.Scope);
        return call.Tensor("input").Shape.Length switch
        {
            1 => steps.Result(steps.Call("torch.diag_embed", call["input"], call["diagonal"])),
            2 => steps.Result(steps.Method("clone", steps.Call("torch.diagonal", call["input"], call["diagonal"]))),
            _ => OperatorError.Shape("matrix or a vector expected"),
        };
    }

    /// <summary>Matrices with given diagonals.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The matrices.</returns>
    public static CallResult Embed(OperatorCall call)
    {
        var input = call.Tensor("input");
        var rank = input.Shape.Length + 1;
        if (DimensionIndex.Resolve(call, "dim1", rank, out var first) is { } firstError)
        {
            return firstError;
        }

        if (DimensionIndex.Resolve(call, "dim2", rank, out var second) is { } secondError)
        {
            return secondError;
        }

        if (first == second)
        {
            return OperatorError.Runtime($"diagonal dimensions cannot be identical {first}, {second}");
        }

        var size = ShapeMath.Add(input.Shape[^1], Math.Abs(call.Integer("offset")));
        var shape = input.Shape.RemoveAt(input.Shape.Length - 1).Insert(Math.Min(first, second), size).Insert(Math.Max(first, second), size);
        return call.Emit(input.Type with { Shape = shape }, 0);
    }

    /// <summary>A matrix whose diagonal has all elements.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The matrix.</returns>
    public static CallResult Flat(OperatorCall call)
    {
        var steps = new Composition(call.Scope);
        return steps.Result(steps.Call("torch.diag_embed", steps.Call("torch.ravel", call["input"]), call["offset"]));
    }

    /// <summary>The sum of a matrix's diagonal.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A tensor without dimensions.</returns>
    public static CallResult Trace(OperatorCall call) => call.Tensor("input").Shape.Length == 2
        ? call.Emit(call.Tensor("input").Type with { Shape = [] }, call.Tensor("input").Shape[0].At(1))
        : OperatorError.Shape("trace: expected a matrix, but got tensor with dim " + call.Tensor("input").Shape.Length);
}
