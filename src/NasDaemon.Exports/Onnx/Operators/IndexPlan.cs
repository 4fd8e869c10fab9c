using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Which dimensions tensors index, and how to bring those to the front, where ONNX wants them.</summary>
/// <param name="Axes">The indexed dimensions.</param>
/// <param name="Indices">The index of each.</param>
/// <param name="Common">The shape that the indices broadcast to.</param>
/// <param name="Rest">The dimensions that are not indexed.</param>
/// <param name="Problem">Why it cannot be done; null where it can.</param>
internal sealed record IndexPlan(
    ImmutableArray<int> Axes, ImmutableArray<OnnxValue> Indices, ImmutableArray<Dimension> Common, ImmutableArray<int> Rest, string? Problem)
{
    /// <summary>Reads the plan of an operator.</summary>
    /// <param name="call">The operator's application.</param>
    /// <returns>The plan.</returns>
    public static IndexPlan Of(NodeCall call)
    {
        var items = ((ListArgument)call["indices"]).Items;
        var given = call.Given("indices").ToArray();
        var axes = Enumerable.Range(0, items.Length).Where(axis => items[axis] is not NoneArgument).ToImmutableArray();
        if (given.Any(index => index.Element == ElementType.Bool))
        {
            return new IndexPlan([], [], [], [], "takes as many elements as a mask is true for");
        }

        var indices = given.Select(index => call.Cast(index, ElementType.Int64)).ToImmutableArray();
        var common = indices.Aggregate(ImmutableArray<Dimension>.Empty, (shape, index) => Steps.Broadcast(shape, index.Shape));
        var rest = Enumerable.Range(0, call.Input.Rank).Where(axis => !axes.Contains(axis)).ToImmutableArray();
        return new IndexPlan(axes, indices, common, rest, null);
    }

    /// <summary>A tensor with the indexed dimensions in front.</summary>
    public OnnxValue Turned(NodeCall call, OnnxValue value)
    {
        ImmutableArray<long> order = [.. Axes.Select(axis => (long)axis), .. Rest.Select(axis => (long)axis)];
        return IsInOrder(order) ? value : call.Transpose(value, order);
    }

    /// <summary>A tensor of <see cref="Turned"/> with its dimensions in their old places.</summary>
    public OnnxValue Restored(NodeCall call, OnnxValue value)
    {
        ImmutableArray<long> order = [.. Axes.Select(axis => (long)axis), .. Rest.Select(axis => (long)axis)];
        return IsInOrder(order) ? value : call.Transpose(value, [.. Enumerable.Range(0, order.Length).Select(axis => (long)order.IndexOf(axis))]);
    }

    /// <summary>The indices side by side, as ONNX wants them.</summary>
    public OnnxValue Joined(NodeCall call)
    {
        var common = Common;
        return call.Concat([.. Indices.Select(index => call.Unsqueeze(call.Expand(index, common), common.Length))], common.Length);
    }

    /// <summary>The shape of what is read, the indices' dimensions in front.</summary>
    public ImmutableArray<Dimension> FrontShape(OnnxValue input) => [.. Common, .. Rest.Select(axis => input.Shape[axis])];

    /// <summary>What was read, with the indices' dimensions where PyTorch has them.</summary>
    public OnnxValue TurnedBack(NodeCall call, OnnxValue value)
    {
        if (Place == 0)
        {
            return value;
        }

        var behind = Enumerable.Range(Common.Length, Place).Select(axis => (long)axis);
        var rest = Enumerable.Range(Common.Length + Place, Rest.Length - Place).Select(axis => (long)axis);
        return call.Transpose(value, [.. behind, .. Enumerable.Range(0, Common.Length).Select(axis => (long)axis), .. rest]);
    }

    /// <summary>The opposite of <see cref="TurnedBack"/>.</summary>
    public OnnxValue TurnedFront(NodeCall call, OnnxValue value)
    {
        if (Place == 0)
        {
            return value;
        }

        var indices = Enumerable.Range(Place, Common.Length).Select(axis => (long)axis);
        var rest = Enumerable.Range(Place + Common.Length, Rest.Length - Place).Select(axis => (long)axis);
        return call.Transpose(value, [.. indices, .. Enumerable.Range(0, Place).Select(axis => (long)axis), .. rest]);
    }

    /// <summary>Where the indices' dimensions stand: where the first index stood, or in front where others lie between the indices.</summary>
    public int Place => Axes[^1] - Axes[0] == Axes.Length - 1 ? Axes[0] : 0;

    private static bool IsInOrder(ImmutableArray<long> order) => order.Select((axis, place) => axis == place).All(isSame => isSame);
}
