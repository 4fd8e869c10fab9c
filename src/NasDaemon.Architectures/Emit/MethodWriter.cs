using System.Text;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Operators;

namespace NasDaemon.Architectures.Emit;

/// <summary>Writes the method of one network, a statement an operator.</summary>
internal sealed class MethodWriter
{
    private readonly Architecture _architecture;
    private readonly StringBuilder _body = new();
    private readonly ValueNames _names;
    private readonly ValueUses _uses;
    private readonly ArgumentText _text;
    private readonly bool _isMixed;

    /// <summary>Prepares the method of a network.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="options">How it is lowered.</param>
    public MethodWriter(Architecture architecture, LoweringOptions options)
    {
        _architecture = architecture;
        _isMixed = options.Precision == Precision.BFloat16;
        _uses = new ValueUses(architecture);
        _names = new ValueNames(architecture, Statement);
        _text = new ArgumentText(_names);
    }

    /// <summary>Writes the method.</summary>
    /// <returns>The method.</returns>
    public LoweredNetwork Write()
    {
        for (var index = 0; index < _architecture.Nodes.Length; index++)
        {
            WriteNode(index, _architecture.Nodes[index]);
        }

        Statement($"return {_names.InPrecision(_architecture.Output, isHalf: false)}");
        var inputs = _names.Inputs;
        var method = new StringBuilder("def forward(self, ")
            .AppendJoin(", ", inputs.Select(name => $"{name}: Tensor"))
            .Append(") -> Tensor:\n");
        if (_text.UsesBatch)
        {
            method.Append("    batch = ").Append(inputs[0]).Append(".size(0)\n");
        }

        return new LoweredNetwork(method.Append(_body).ToString(), inputs);
    }

    private void WriteNode(int index, GraphNode node)
    {
        if (!OperatorCatalogue.Default.TryFindOperator(node.Operator, out var definition))
        {
            throw new ArgumentException($"The catalogue has no operator '{node.Operator}'.");
        }

        var isHalf = _isMixed && PrecisionRule.RunsInHalf(node, _names);
        var keepsHalf = isHalf || (_isMixed && PrecisionRule.KeepsHalf(node, _names));
        var lowering = new NodeLowering(node, definition, _text, isHalf, keepsHalf);
        foreach (var statement in lowering.Before())
        {
            Statement(statement);
        }

        var targets = _names.Declare(index, node.Outputs.Length, isHalf || keepsHalf);
        var isInPlace = InPlaceRule.Applies(_architecture, _uses, node, keepsHalf, _names);
        Statement($"{string.Join(", ", targets)} = {lowering.Expression(isInPlace)}");
    }

    private void Statement(string text) => _body.Append("    ").Append(text).Append('\n');
}
