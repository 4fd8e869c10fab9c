using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Shapes;

/// <summary>Several tensors brought into a common form.</summary>
internal static class CommonFormRules
{
    /// <summary>Adds dimensions until there are enough.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rank">How many there are to be.</param>
    /// <returns>The tensor, or the tuple of tensors.</returns>
    public static CallResult AtLeast(OperatorCall call, int rank)
    {
        var steps = new Composition(call.Scope);
        var items = Given(call, "tensors");
        var results = items.Select(item => item is TensorValue tensor ? Grow(steps, tensor, rank) : item).ToList();
        return steps.Result(results.Count == 1 ? results[0] : new TupleValue(results));
    }

    /// <summary>Expands tensors to their common shape.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tuple of tensors.</returns>
    public static CallResult Broadcast(OperatorCall call)
    {
        ImmutableArray<Dimension> shape = [];
        foreach (var tensor in call.Tensors("tensors"))
        {
            if (Broadcasting.Combine(call.Scope, shape, tensor.Shape, out shape) is { } error)
            {
                return error;
            }
        }

        var steps = new Composition(call.Scope);
        return steps.Result(new TupleValue([.. call.Tensors("tensors").Select(tensor => steps.Method("expand", tensor, new SizeValue(shape)))]));
    }

    /// <summary>The common shape of several shapes.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The shape.</returns>
    public static CallResult Shapes(OperatorCall call)
    {
        ImmutableArray<Dimension> shape = [];
        foreach (var item in Sequences.Items(call["shapes"])!)
        {
            var sizes = Sequences.Items(item) ?? [item];
            ImmutableArray<Dimension> own = [.. sizes.OfType<IntegerValue>().Select(size => size.Dimension)];
            if (Broadcasting.Combine(call.Scope, shape, own, out shape) is not null)
            {
                return OperatorError.Shape("Shape mismatch: objects cannot be broadcast to a single shape");
            }
        }

        return new SizeValue(shape);
    }

    /// <summary>The coordinates of a grid.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A tuple of tensors, one an axis.</returns>
    public static CallResult Grid(OperatorCall call)
    {
        var axes = Given(call, "tensors").OfType<TensorValue>().ToList();
        if (axes.Any(axis => axis.Shape.Length > 1))
        {
            return OperatorError.Shape($"torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: {ShapeText.List(axes.First(axis => axis.Shape.Length > 1).Shape)}");
        }

        var indexing = call["indexing"] is TextValue text ? text.Value : "ij";
        if (indexing is not ("ij" or "xy"))
        {
            return OperatorError.Runtime($"torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: {indexing}");
        }

        var isSwapped = indexing == "xy" && axes.Count >= 2;
        if (isSwapped)
        {
            (axes[0], axes[1]) = (axes[1], axes[0]);
        }

        var size = new SizeValue([.. axes.Select(axis => axis.Shape.Length == 0 ? 1 : axis.Shape[0])]);
        var steps = new Composition(call.Scope);
        var grids = axes.Select((axis, index) => OnGrid(steps, axis, index, size)).ToList();
        if (isSwapped)
        {
            (grids[0], grids[1]) = (grids[1], grids[0]);
        }

        return steps.Result(new TupleValue(grids));
    }

    private static Value OnGrid(Composition steps, TensorValue axis, int index, SizeValue size)
    {
        var form = Enumerable.Repeat((Dimension)1, size.Items.Count).ToArray();
        form[index] = axis.Shape.Length == 0 ? 1 : axis.Shape[0];
        return steps.Method("expand", steps.Call("torch.reshape", axis, new SizeValue([.. form])), size);
    }

    private static IReadOnlyList<Value> Given(OperatorCall call, string name)
    {
        var items = Sequences.Items(call[name])!;
        return items.Count == 1 && Sequences.Items(items[0]) is { } inner ? inner : items;
    }

    private static Value Grow(Composition steps, TensorValue tensor, int rank)
    {
        var missing = rank - tensor.Shape.Length;
        if (missing <= 0)
        {
            return tensor;
        }

        // A matrix gets its third dimension behind, everything else in front; a vector gets one on either side.
        ImmutableArray<Dimension> shape = (rank, tensor.Shape.Length) switch
        {
            (3, 2) => tensor.Shape.Add(1),
            (3, 1) => [1, tensor.Shape[0], 1],
            _ => [.. Enumerable.Repeat((Dimension)1, missing), .. tensor.Shape],
        };
        return steps.Call("torch.reshape", tensor, new SizeValue(shape));
    }
}
