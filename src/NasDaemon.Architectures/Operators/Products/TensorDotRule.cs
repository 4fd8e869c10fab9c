using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Products;

/// <summary>Sums of products over several dimensions.</summary>
internal static class TensorDotRule
{
    /// <summary>The shape rule of <c>tensordot</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var (left, right) = (call.Tensor("a"), call.Tensor("b"));
        if (!TryRead(call["dims"], left.Shape.Length, out var first, out var second))
        {
            return OperatorError.Unsupported("This form of tensordot() is not supported.");
        }

        if (first.Length != second.Length)
        {
            return OperatorError.Runtime("both dimension lists should have same length");
        }

        for (var index = 0; index < first.Length; index++)
        {
            if (DimensionIndex.Resolve(first[index], left.Shape.Length, out var from) is { } firstError)
            {
                return firstError;
            }

            if (DimensionIndex.Resolve(second[index], right.Shape.Length, out var to) is { } secondError)
            {
                return secondError;
            }

            var (given, wanted) = (first[index], second[index]);
            (first[index], second[index]) = (from, to);
            if (!ShapeMath.Match(call.Scope, left.Shape[from], right.Shape[to]))
            {
                return OperatorError.Shape(
                    $"contracted dimensions need to match, but first has size {left.Shape[from].Traced()} in dim {given} and second has size {right.Shape[to].Traced()} in dim {wanted}");
            }
        }

        var order = Enumerable.Range(0, left.Shape.Length).Where(axis => !first.Contains(axis)).Concat(first.Select(axis => (int)axis));
        var other = second.Select(axis => (int)axis).Concat(Enumerable.Range(0, right.Shape.Length).Where(axis => !second.Contains(axis)));
        return Multiply(call, [.. order], [.. other], first.Length);
    }

    private static CallResult Multiply(OperatorCall call, int[] order, int[] other, int contracted)
    {
        var (left, right) = (call.Tensor("a"), call.Tensor("b"));
        var steps = new Composition(call.Scope);
        Dimension[] rows = [.. order[..^contracted].Select(axis => left.Shape[axis])];
        Dimension[] columns = [.. other[contracted..].Select(axis => right.Shape[axis])];
        var inner = other[..contracted].Aggregate(1L, (product, axis) => product * right.Shape[axis].Traced());
        var first = steps.Call(
            "torch.reshape", steps.Call("torch.permute", left, Composition.Integers([.. order.Select(axis => (long)axis)])), Composition.Integers(-1, inner));
        var second = steps.Call(
            "torch.reshape", steps.Call("torch.permute", right, Composition.Integers([.. other.Select(axis => (long)axis)])), Composition.Integers(inner, -1));
        return steps.Result(steps.Call("torch.reshape", steps.Call("torch.mm", first, second), new SizeValue([.. rows, .. columns])));
    }

    private static bool TryRead(Value dims, int rank, out long[] first, out long[] second)
    {
        (first, second) = ([], []);
        if (dims is IntegerValue count && count.Traced >= 0 && count.Traced <= rank)
        {
            first = [.. Enumerable.Range(0, (int)count.Traced).Select(axis => axis - count.Traced)];
            second = [.. Enumerable.Range(0, (int)count.Traced).Select(axis => (long)axis)];
            return true;
        }

        if (Sequences.Items(dims) is not { Count: 2 } lists)
        {
            return false;
        }

        first = Axes(lists[0]);
        second = Axes(lists[1]);
        return true;
    }

    private static long[] Axes(Value value) => [.. (Sequences.Items(value) ?? [value]).OfType<IntegerValue>().Select(axis => axis.Traced)];
}
