using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Joining;

/// <summary>NumPy's ways to join and split, in terms of PyTorch's own.</summary>
internal static class StackRules
{
    /// <summary>Joins tensors of a least number of dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rank">The least number of dimensions.</param>
    /// <param name="axisOfVectors">The dimension along which vectors are joined.</param>
    /// <param name="axis">The dimension along which others are joined.</param>
    /// <returns>The joined tensor.</returns>
    public static CallResult Join(OperatorCall call, int rank, int axisOfVectors, int axis)
    {
        var tensors = call.Tensors("tensors");
        if (tensors.Length == 0)
        {
            return OperatorError.Runtime($"{call.FunctionName} expects a non-empty TensorList");
        }

        var steps = new Composition(call.Scope);
        var grown = tensors.Select(tensor => steps.Call($"torch.atleast_{rank}d", tensor)).ToList();
        var along = (grown[0] as TensorValue)?.Shape.Length == 1 ? axisOfVectors : axis;
        return steps.Result(steps.Call("torch.cat", new TupleValue(grown), new IntegerValue(along)));
    }

    /// <summary>Joins columns.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The joined tensor.</returns>
    public static CallResult Columns(OperatorCall call)
    {
        var steps = new Composition(call.Scope);
        var columns = call.Tensors("tensors").Select(tensor => tensor.Shape.Length <= 1
            ? steps.Call("torch.reshape", tensor, new SizeValue([tensor.Shape.Length == 0 ? 1 : tensor.Shape[0], 1]))
            : tensor);
        return steps.Result(steps.Call("torch.cat", new TupleValue([.. columns]), new IntegerValue(1)));
    }

    /// <summary>Splits along a dimension.</summary>
    /// <param name="call">The call.</param>
    /// <param name="axis">The dimension.</param>
    /// <returns>The parts.</returns>
    public static CallResult Split(OperatorCall call, int axis)
    {
        var input = call.Tensor("input");
        if (input.Shape.Length <= axis)
        {
            return OperatorError.Shape(
                $"torch.{call.FunctionName} requires a tensor with at least {axis + 1} dimension, but got a tensor with {input.Shape.Length} dimensions!");
        }

        if (call["indices_or_sections"] is IntegerValue sections && (sections.Traced <= 0 || input.Shape[axis].Traced() % sections.Traced != 0))
        {
            return OperatorError.Shape(
                $"torch.{call.FunctionName} attempted to split along dimension {axis}, but the size of the dimension {input.Shape[axis].Traced()} is not divisible by the split_size {sections.Traced}!");
        }

        var steps = new Composition(call.Scope);
        return steps.Result(steps.Call("torch.tensor_split", input, call["indices_or_sections"], new IntegerValue(axis)));
    }

    /// <summary>A matrix with the tensors along its diagonal.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The matrix.</returns>
    public static CallResult Blocks(OperatorCall call)
    {
        Dimension rows = 0, columns = 0;
        foreach (var tensor in call.Tensors("tensors"))
        {
            rows = ShapeMath.Add(rows, tensor.Shape.Length < 2 ? 1 : tensor.Shape[0]);
            columns = ShapeMath.Add(columns, tensor.Shape.Length == 0 ? 1 : tensor.Shape[^1]);
        }

        return call.Emit(new TensorType([rows, columns], TypePromotion.Of([.. call.Tensors("tensors")])), 0);
    }

    /// <summary>All combinations of the elements of vectors.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A matrix with a combination a row.</returns>
    public static CallResult Products(OperatorCall call)
    {
        var tensors = call.Tensors("tensors");
        var rows = tensors.Aggregate(1L, (product, tensor) => product * ShapeMath.Elements(tensor.Shape));
        return call.Emit(tensors[0].Type with { Shape = tensors.Length == 1 ? [rows] : [rows, tensors.Length] }, 0);
    }
}
