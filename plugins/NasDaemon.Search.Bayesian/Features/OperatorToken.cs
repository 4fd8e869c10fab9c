using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Search.Bayesian.Features;

/// <summary>Names operators as far as that matters to how well a network learns: their kind, kernel, stride, and whether they work in groups.</summary>
/// <param name="shapes">The shapes of parameters by name.</param>
internal sealed class OperatorToken(IReadOnlyDictionary<string, ImmutableArray<long>> shapes)
{
    private const int KernelFrom = 2;

    // These only pass on, move or sum what they read.
    private static readonly HashSet<string> Vanishing = new(StringComparer.Ordinal)
    {
        "add", "clone", "contiguous", "detach", "dropout", "dropout2d", "flatten", "identity", "permute", "reshape", "slice", "squeeze", "sub", "transpose",
        "unsqueeze", "view",
    };

    /// <summary>Names an operator.</summary>
    /// <param name="node">The operator.</param>
    /// <returns>Its name; null for one that vanishes.</returns>
    public string? Of(GraphNode node)
    {
        if (Vanishing.Contains(node.Operator))
        {
            return null;
        }

        var stride = Argument(node, "stride") is { } value && Text(value) is { } text && text.Trim('1', 'x').Length > 0 ? "/" + text : "";
        var groups = Argument(node, "groups") is IntArgument { Value.Constant: > 1 } ? " in groups" : "";
        return node.Operator + Kernel(node) + stride + groups;
    }

    private string Kernel(GraphNode node) => Argument(node, "kernel_size") switch
    {
        { } size when Text(size) is { } text => " " + text,
        _ when node.Operator.StartsWith("conv", StringComparison.Ordinal)
            && Argument(node, "weight") is StateArgument weight
            && shapes.TryGetValue(weight.Name, out var shape) => " " + string.Join('x', shape.Skip(KernelFrom)),
        _ => "",
    };

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

    private static string? Text(GraphArgument value) => value switch
    {
        ListArgument list => string.Join('x', list.Items.Select(Text)),
        IntArgument number => number.Value.Constant.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
