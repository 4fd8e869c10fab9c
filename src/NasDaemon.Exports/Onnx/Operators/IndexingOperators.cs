using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Reading by indices that are tensors.</summary>
internal static class IndexingOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("index", "Gather or Transpose, GatherND", Index),
        new("index_select", "Gather", call => Select(call)),
        new("gather", "GatherElements", call => Elements(call, call.Input, call.Tensor("index"))),
        new("take", "Reshape, Gather", call => call.Gather(call.Reshape(call.Input, new Dimension(0, -1)), 0, Long(call, call.Tensor("index")))),
        new("take_along_dim", "Expand, GatherElements", TakeAlong),
        new("embedding_node", "Gather", call => call.Gather(call.Tensor("weight"), 0, Long(call, call.Tensor("indices")))),
        new("embedding_limited", "Gather, ReduceL2, Div, Min, Mul", LimitedEmbedding),
        new("one_hot", "OneHot", OneHot),
    ];

    private static OnnxValue Long(NodeCall call, OnnxValue value) => call.Cast(value, ElementType.Int64);

    private static OnnxOutcome Select(NodeCall call)
    {
        var index = Long(call, call.Tensor("index"));
        return call.Gather(call.Input, call.Axis("dim", call.Input), index.Rank == 0 ? call.Unsqueeze(index, 0) : index);
    }

    private static OnnxValue Elements(NodeCall call, OnnxValue input, OnnxValue index) => call.Emit(
        "GatherElements", new TensorType(index.Shape, input.Element), [input, Long(call, index)], OnnxAttribute.Of("axis", call.Axis("dim", input)));

    private static OnnxOutcome TakeAlong(NodeCall call)
    {
        var (input, index) = (call.Input, call.Tensor("indices"));
        if (call.IsNone("dim"))
        {
            return "takes from a flattened tensor";
        }

        var axis = call.Axis("dim", input);
        var common = call.Output.Shape;
        return Elements(call, call.Expand(input, common.SetItem(axis, input.Shape[axis])), call.Expand(index, common.SetItem(axis, index.Shape[axis])));
    }

    private static OnnxOutcome Index(NodeCall call)
    {
        var plan = IndexPlan.Of(call);
        if (plan.Problem is not null)
        {
            return plan.Problem;
        }

        if (plan.Axes.Length == 1)
        {
            return call.Gather(call.Input, plan.Axes[0], plan.Indices[0]);
        }

        var gathered = call.Emit("GatherND", new TensorType(plan.FrontShape(call.Input), call.Input.Element), [plan.Turned(call, call.Input), plan.Joined(call)]);
        return plan.TurnedBack(call, gathered);
    }

    // Rows that are longer than allowed count as shortened, as they do after PyTorch has looked them up once.
    private static OnnxOutcome LimitedEmbedding(NodeCall call)
    {
        if (call.Number("norm_type") != 2)
        {
            return "limits rows by another length than the Euclidean one";
        }

        var rows = call.Gather(call.Tensor("weight"), 0, Long(call, call.Tensor("indices")));
        var length = Reductions.Apply(call, "ReduceL2", rows, [rows.Rank - 1], keeps: true);
        var limit = call.Graph.Number(call.Number("max_norm"), rows.Element);
        var scale = call.Join("Div", limit, call.Join("Add", length, 1e-7));
        var isLong = call.Compare("Greater", length, call.Number("max_norm"));
        return call.Join("Mul", rows, call.Where(isLong, scale, call.Graph.Number(1, rows.Element)));
    }

    private static OnnxOutcome OneHot(NodeCall call) => call.Integer("num_classes") < 0
        ? "finds the number of classes in the values"
        : call.Emit("OneHot", [call.Tensor("tensor"), call.Graph.Integer(call.Integer("num_classes")), call.Graph.Integers(0, 1)]);
}
