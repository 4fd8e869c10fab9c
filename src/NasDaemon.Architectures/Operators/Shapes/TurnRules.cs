using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Mirrored and turned tensors.</summary>
internal static class TurnRules
{
    /// <summary>Mirrors the second dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult LeftToRight(OperatorCall call) => call.Tensor("input").Shape.Length < 2
        ? OperatorError.Shape("Input must be >= 2-d.")
        : Flip(call, 1);

    /// <summary>Mirrors the first dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult UpsideDown(OperatorCall call) => call.Tensor("input").Shape.Length < 1
        ? OperatorError.Shape("Input must be >= 1-d.")
        : Flip(call, 0);

    /// <summary>Turns the plane of two dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Quarter(OperatorCall call)
    {
        var (input, dimensions) = (call.Tensor("input"), call.Integers("dims"));
        var rank = input.Shape.Length;
        if (dimensions.Length != 2)
        {
            return OperatorError.Runtime($"expected total rotation dims == 2, but got dims = {dimensions.Length}");
        }

        if (rank < 2)
        {
            return OperatorError.Shape($"expected total dims >= 2, but got total dims = {rank}");
        }

        for (var index = 0; index < 2; index++)
        {
            if (DimensionIndex.Resolve(dimensions[index], rank, out var resolved) is { } error)
            {
                return error;
            }

            dimensions[index] = resolved;
        }

        if (dimensions[0] == dimensions[1])
        {
            return OperatorError.Runtime("expected rotation dims to be different, but got dim0 = " + dimensions[0] + " and dim1 = " + dimensions[1]);
        }

        var (first, second) = (new IntegerValue(dimensions[0]), new IntegerValue(dimensions[1]));
        var steps = new Composition(call.Scope);
        return steps.Result((((call.Integer("k") % 4) + 4) % 4) switch
        {
            1 => steps.Call("torch.transpose", steps.Call("torch.flip", input, new TupleValue([second])), first, second),
            2 => steps.Call("torch.flip", input, new TupleValue([first, second])),
            3 => steps.Call("torch.transpose", steps.Call("torch.flip", input, new TupleValue([first])), first, second),
            _ => steps.Method("clone", input),
        });
    }

    private static CallResult Flip(OperatorCall call, long dimension)
    {
        var steps = new Composition(call.Scope);
        return steps.Result(steps.Call("torch.flip", call["input"], Composition.Integers(dimension)));
    }
}
