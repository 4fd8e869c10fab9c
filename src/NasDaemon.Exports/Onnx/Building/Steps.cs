using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Building;

/// <summary>Steps that many operators are composed of.</summary>
internal static class Steps
{
    /// <summary>Changes the type of elements where it differs.</summary>
    public static OnnxValue Cast(this NodeCall call, OnnxValue value, ElementType element) => value.Element == element
        ? value
        : call.Emit("Cast", value.Type with { Element = element }, [value], OnnxAttribute.Of("to", OnnxElement.CodeOf(element) ?? 0));

    /// <summary>An ONNX operator that works element by element and keeps the type.</summary>
    public static OnnxValue Map(this NodeCall call, string name, OnnxValue value, params ReadOnlySpan<OnnxAttribute> attributes) =>
        call.Emit(name, value.Type, [value], attributes);

    /// <summary>An ONNX operator of two values that broadcast.</summary>
    public static OnnxValue Join(this NodeCall call, string name, OnnxValue left, OnnxValue right) =>
        call.Emit(name, new TensorType(Broadcast(left.Shape, right.Shape), left.Element), [left, right]);

    /// <summary>An ONNX operator of a value and a number.</summary>
    public static OnnxValue Join(this NodeCall call, string name, OnnxValue left, double right) =>
        call.Join(name, left, call.Graph.Number(right, left.Element));

    /// <summary>A comparison of two values that broadcast.</summary>
    public static OnnxValue Compare(this NodeCall call, string name, OnnxValue left, OnnxValue right) =>
        call.Emit(name, new TensorType(Broadcast(left.Shape, right.Shape), ElementType.Bool), [left, right]);

    /// <summary>A comparison of a value with a number.</summary>
    public static OnnxValue Compare(this NodeCall call, string name, OnnxValue left, double right) =>
        call.Compare(name, left, call.Graph.Number(right, left.Element));

    /// <summary>Takes elements of one value or of another.</summary>
    public static OnnxValue Where(this NodeCall call, OnnxValue condition, OnnxValue then, OnnxValue otherwise) => call.Emit(
        "Where", new TensorType(Broadcast(condition.Shape, Broadcast(then.Shape, otherwise.Shape)), then.Element), [condition, then, otherwise]);

    /// <summary>Gives a value another shape.</summary>
    public static OnnxValue Reshape(this NodeCall call, OnnxValue value, params ImmutableArray<Dimension> shape) => call.Emit(
        "Reshape", value.Type with { Shape = shape }, [value, call.Sizes.Shape(shape)]);

    /// <summary>Puts the dimensions into another order.</summary>
    public static OnnxValue Transpose(this NodeCall call, OnnxValue value, params ImmutableArray<long> order) => call.Emit(
        "Transpose", value.Type with { Shape = [.. order.Select(axis => value.Shape[(int)axis])] }, [value], OnnxAttribute.Of("perm", order));

    /// <summary>Adds dimensions of size one; their places are those in the result.</summary>
    public static OnnxValue Unsqueeze(this NodeCall call, OnnxValue value, params ReadOnlySpan<long> axes)
    {
        var shape = value.Shape;
        foreach (var axis in axes)
        {
            shape = shape.Insert((int)axis, 1);
        }

        return call.Emit("Unsqueeze", value.Type with { Shape = shape }, [value, call.Graph.Integers(axes)]);
    }

    /// <summary>Takes a dimension of size one away.</summary>
    public static OnnxValue Squeeze(this NodeCall call, OnnxValue value, long axis) => call.Emit(
        "Squeeze", value.Type with { Shape = value.Shape.RemoveAt((int)axis) }, [value, call.Graph.Integers(axis)]);

    /// <summary>Takes a part of one dimension.</summary>
    public static OnnxValue Slice(this NodeCall call, OnnxValue value, long axis, Dimension start, Dimension end, long step = 1)
    {
        var length = end.IsFixed && start.IsFixed
            ? new Dimension(0, (end.Constant - start.Constant + step - 1) / step)
            : new Dimension(end.BatchMultiple - start.BatchMultiple, end.Constant - start.Constant);
        return call.Emit(
            "Slice",
            value.Type with { Shape = value.Shape.SetItem((int)axis, length) },
            [value, call.Sizes.Row([start]), call.Sizes.Row([end]), call.Graph.Integers(axis), call.Graph.Integers(step)]);
    }

    /// <summary>Takes places of one dimension by constant indices; a single index without dimensions takes the dimension away.</summary>
    public static OnnxValue Gather(this NodeCall call, OnnxValue value, int axis, OnnxValue indices)
    {
        var shape = value.Shape.RemoveAt(axis).InsertRange(axis, indices.Shape);
        return call.Emit("Gather", value.Type with { Shape = shape }, [value, indices], OnnxAttribute.Of("axis", axis));
    }

    /// <summary>Joins values along a dimension.</summary>
    public static OnnxValue Concat(this NodeCall call, IReadOnlyList<OnnxValue> values, int axis)
    {
        var size = values.Aggregate(default(Dimension), (sum, value) =>
            new Dimension(sum.BatchMultiple + value.Shape[axis].BatchMultiple, sum.Constant + value.Shape[axis].Constant));
        var type = values[0].Type with { Shape = values[0].Shape.SetItem(axis, size) };
        return values.Count == 1 ? values[0] : call.Emit("Concat", type, [.. values], OnnxAttribute.Of("axis", axis));
    }

    /// <summary>Repeats a value until it has a shape.</summary>
    public static OnnxValue Expand(this NodeCall call, OnnxValue value, ImmutableArray<Dimension> shape) => value.Shape.SequenceEqual(shape)
        ? value
        : call.Emit("Expand", value.Type with { Shape = shape }, [value, call.Sizes.Row(shape)]);

    /// <summary>The element type in which two operands meet.</summary>
    public static ElementType CommonElement(this NodeCall call, string left, string right)
    {
        var first = call.IsTensor(left) ? call.Tensor(left).Element : (ElementType?)null;
        var second = call.IsTensor(right) ? call.Tensor(right).Element : (ElementType?)null;
        if (first is { } one && second is { } other)
        {
            return Wider(one, other);
        }

        var tensor = first ?? second ?? ElementType.Float32;
        var number = call[first is null ? left : right];
        return number is FloatArgument && !ElementTypes.IsFloating(tensor) ? ElementType.Float32
            : number is IntArgument && tensor == ElementType.Bool ? ElementType.Int64
            : tensor;
    }

    private static ElementType Wider(ElementType one, ElementType other)
    {
        if (one == other)
        {
            return one;
        }

        if (ElementTypes.IsFloating(one) != ElementTypes.IsFloating(other))
        {
            return ElementTypes.IsFloating(one) ? one : other;
        }

        return Rank(one) > Rank(other) ? one : other;
    }

    private static int Rank(ElementType element) => element switch
    {
        ElementType.Bool => 0,
        ElementType.UInt8 or ElementType.Int8 => 1,
        ElementType.Int16 or ElementType.Float16 or ElementType.BFloat16 => 2,
        ElementType.Int32 or ElementType.Float32 => 3,
        _ => 4,
    };

    /// <summary>The shape that two shapes broadcast to.</summary>
    public static ImmutableArray<Dimension> Broadcast(ImmutableArray<Dimension> left, ImmutableArray<Dimension> right)
    {
        var (longer, shorter) = left.Length >= right.Length ? (left, right) : (right, left);
        var offset = longer.Length - shorter.Length;
        return [.. longer.Select((size, axis) => axis < offset || size != 1 ? size : shorter[axis - offset])];
    }
}
