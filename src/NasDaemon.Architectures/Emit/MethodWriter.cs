using System.Text;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Operators;

namespace NasDaemon.Architectures.Emit;

/// <summary>Writes the method of one network, a statement an operator.</summary>
internal sealed class MethodWriter
{
    private readonly Architecture _architecture;
    private readonly LoweringOptions _options;
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
        (_architecture, _options) = (architecture, options);
        _isMixed = options.Precision == Precision.BFloat16;
        _uses = new ValueUses(architecture);
        _names = new ValueNames(architecture, Statement);
        _text = new ArgumentText(_names);
    }

    /// <summary>Writes the method.</summary>
    /// <returns>The method and the names of its inputs.</returns>
    public LoweredNetwork Write()
    {
        WriteNodes();
        var inputs = _names.Inputs;
        var method = new StringBuilder("def forward(").AppendJoin(", ", ["self", .. inputs.Select(name => $"{name}: Tensor")]).Append(") -> Tensor:\n");
        if (_architecture.Evaluation is not { } evaluation)
        {
            return new LoweredNetwork(Batch(method, _text.UsesBatch).Append(_body).ToString(), inputs);
        }

        var other = new MethodWriter(
            _architecture with { Nodes = evaluation.Nodes, Output = evaluation.Output, OutputType = evaluation.OutputType, Evaluation = null }, _options);
        other.WriteNodes();
        Batch(method, _text.UsesBatch || other._text.UsesBatch);
        method.Append("    if self.training:\n").Append(Indented(_body)).Append("    else:\n").Append(Indented(other._body));
        return new LoweredNetwork(method.ToString(), inputs);
    }

    private static string Indented(StringBuilder body) =>
        string.Concat(body.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"    {line}\n"));

    private StringBuilder Batch(StringBuilder method, bool isUsed) =>
        isUsed ? method.Append("    batch = ").Append(_names.Inputs[0]).Append(".size(0)\n") : method;

    private void WriteNodes()
    {
        for (var index = 0; index < _architecture.Nodes.Length; index++)
        {
            WriteNode(index, _architecture.Nodes[index]);
        }

        Statement($"return {_names.InPrecision(_architecture.Output, isHalf: false)}");
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
