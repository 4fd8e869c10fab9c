using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Emit;

/// <summary>Which operators run in bfloat16; see <see cref="TorchScriptEmitter"/> for the rule and docs/decisions for its reasons.</summary>
internal static class PrecisionRule
{
    private const long LeastInputChannels = 16;

    private static readonly HashSet<string> Convolutions = ["conv1d", "conv2d", "conv3d"];
    private static readonly HashSet<string> Products = ["linear", "matmul", "bmm", "mm", "addmm", "baddbmm"];

    private static readonly HashSet<string> Followers =
    [
        "batch_norm", "relu", "max_pool2d", "avg_pool2d", "adaptive_avg_pool2d", "add", "cat", "dropout", "reshape", "permute", "transpose",
    ];

    /// <summary>Whether an operator casts everything to bfloat16.</summary>
    /// <param name="node">The operator's application.</param>
    /// <param name="names">The precision of its inputs.</param>
    /// <returns>True where it does.</returns>
    public static bool RunsInHalf(GraphNode node, ValueNames names)
    {
        if (!node.Outputs.All(output => output.Element == ElementType.Float32))
        {
            return false;
        }

        if (Products.Contains(node.Operator))
        {
            return true;
        }

        return Convolutions.Contains(node.Operator)
            && Argument(node, "groups") is IntArgument { Value.Constant: 1 }
            && names.InputChannels(Argument(node, "input")!) >= LeastInputChannels;
    }

    /// <summary>Whether an operator keeps bfloat16 activations as they are.</summary>
    /// <param name="node">The operator's application.</param>
    /// <param name="names">The precision of its inputs.</param>
    /// <returns>True where all of its activations are bfloat16 and it is one that may.</returns>
    public static bool KeepsHalf(GraphNode node, ValueNames names)
    {
        if (!Followers.Contains(node.Operator) || !node.Outputs.All(output => output.Element == ElementType.Float32))
        {
            return false;
        }

        var activations = node.Arguments
            .SelectMany(argument => argument.Value is ListArgument list ? list.Items.AsEnumerable() : [argument.Value])
            .Where(value => value is ValueArgument or InputArgument)
            .ToList();
        return activations.Count > 0 && activations.TrueForAll(names.IsHalf) && !node.Arguments.Any(IsStateOperand);

        bool IsStateOperand(NamedArgument argument) => node.Operator is "add" or "cat"
            && (argument.Value is StateArgument || (argument.Value is ListArgument list && list.Items.Any(item => item is StateArgument)));
    }

    private static GraphArgument? Argument(GraphNode node, string name)
    {
        foreach (var argument in node.Arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
