using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Emit;

/// <summary>
/// Where an operator may write into its input to save memory traffic: the input has no other use, the operator that made it does not
/// need its output for the backward pass, and it is no view.
/// </summary>
internal static class InPlaceRule
{
    private static readonly Dictionary<string, string> Templates = new()
    {
        ["relu"] = "torch.relu_({input})",
        ["sigmoid"] = "torch.sigmoid_({input})",
        ["tanh"] = "torch.tanh_({input})",
        ["add"] = "{input}.add_({other}, alpha={alpha})",
    };

    private static readonly HashSet<string> Producers =
        ["conv1d", "conv2d", "conv3d", "conv_transpose2d", "batch_norm", "linear", "add", "sub", "cat", "avg_pool2d", "adaptive_avg_pool2d"];

    /// <summary>Whether an operator works in place.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="uses">How often values are used.</param>
    /// <param name="node">The operator's application.</param>
    /// <param name="keepsHalf">Whether it works on bfloat16.</param>
    /// <param name="names">The precision of its input.</param>
    /// <returns>True where it does.</returns>
    public static bool Applies(Architecture architecture, ValueUses uses, GraphNode node, bool keepsHalf, ValueNames names)
    {
        if (!Templates.ContainsKey(node.Operator) || node.Arguments[0].Value is not ValueArgument input)
        {
            return false;
        }

        var producer = architecture.Nodes[input.Node];
        return uses.Of(input.Node) == 1
            && producer.Outputs.Length == 1
            && Producers.Contains(producer.Operator)
            && !IsView(producer)
            && names.IsHalf(input) == keepsHalf
            && producer.Outputs[0] == node.Outputs[0];
    }

    // A linear layer over sequences returns a view of its product, which an optimised script does not let change in training.
    private static bool IsView(GraphNode producer) => producer.Operator == "linear" && producer.Outputs[0].Shape.Length > 2;

    /// <summary>The in-place form of an operator.</summary>
    /// <param name="name">The operator.</param>
    /// <returns>Its template.</returns>
    public static string Template(string name) => Templates[name];
}
