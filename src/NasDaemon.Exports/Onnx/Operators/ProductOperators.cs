using System.Collections.Immutable;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Operators;

/// <summary>Products of matrices and vectors.</summary>
internal static class ProductOperators
{
    /// <summary>The operators.</summary>
    public static ImmutableArray<OnnxOperator> All { get; } =
    [
        new("linear", "Gemm, or Transpose, MatMul, Add", Linear),
        new("bilinear", "Einsum, Add", Bilinear),
        new("matmul", "MatMul", call => call.Emit("MatMul", [call.Input, call.Tensor("other")])),
        new("mm", "MatMul", call => call.Emit("MatMul", [call.Input, call.Tensor("mat2")])),
        new("bmm", "MatMul", call => call.Emit("MatMul", [call.Input, call.Tensor("mat2")])),
        new("mv", "MatMul", call => call.Emit("MatMul", [call.Input, call.Tensor("vec")])),
        new("dot", "MatMul", call => call.Emit("MatMul", [call.Input, call.Tensor("tensor")])),
        new("vdot", "MatMul", call => call.Emit("MatMul", [call.Input, call.Tensor("other")])),
        new("outer", "Unsqueeze, Mul", call => call.Join("Mul", call.Unsqueeze(call.Input, 1), call.Tensor("vec2"))),
        new("inner", "Transpose, MatMul", Inner),
        new("einsum", "Einsum", Einsum),
    ];

    private static OnnxOutcome Linear(NodeCall call)
    {
        var (input, weight, bias) = (call.Input, call.Tensor("weight"), call.Optional("bias"));
        if (input.Rank == 2 && weight.Rank == 2)
        {
            return call.Emit("Gemm", [input, weight, bias], OnnxAttribute.Of("transB", 1));
        }

        var turned = weight.Rank == 2 ? call.Transpose(weight, 1, 0) : weight;
        var product = call.Emit("MatMul", [input, turned]);
        return bias is null ? product : call.Join("Add", product, bias);
    }

    private static OnnxOutcome Bilinear(NodeCall call)
    {
        var product = call.Emit(
            "Einsum", [call.Tensor("input1"), call.Tensor("weight"), call.Tensor("input2")], OnnxAttribute.Of("equation", "...i,oij,...j->...o"));
        return call.Optional("bias") is { } bias ? call.Join("Add", product, bias) : product;
    }

    private static OnnxOutcome Inner(NodeCall call)
    {
        var (left, right) = (call.Input, call.Tensor("other"));
        return right.Rank > 2 || left.Rank == 0 || right.Rank == 0
            ? "has more than two dimensions on its right"
            : call.Emit("MatMul", [left, right.Rank == 2 ? call.Transpose(right, 1, 0) : right]);
    }

    private static OnnxOutcome Einsum(NodeCall call) => call.Emit(
        "Einsum",
        [.. call.Tensors("operands")],
        OnnxAttribute.Of("equation", call.Text("equation").Replace(" ", string.Empty, StringComparison.Ordinal)));
}
