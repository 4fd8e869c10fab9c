using System.Text;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Operators.Signatures;

namespace NasDaemon.Architectures.Emit;

/// <summary>Writes one operator as TorchScript, by its template in the catalogue.</summary>
/// <param name="node">The operator's application.</param>
/// <param name="definition">The operator.</param>
/// <param name="text">Writes arguments.</param>
/// <param name="isHalf">Whether all of its tensors are cast to bfloat16.</param>
/// <param name="keepsHalf">Whether its activations are bfloat16 while its parameters stay float32.</param>
internal sealed class NodeLowering(GraphNode node, OperatorDefinition definition, ArgumentText text, bool isHalf, bool keepsHalf)
{
    /// <summary>The statements that go before the operator's own.</summary>
    /// <returns>The statements.</returns>
    public IEnumerable<string> Before()
    {
        if (node.Operator == "batch_norm" && Find("num_batches_tracked") is StateArgument counter)
        {
            yield return "if self.training:";
            yield return $"    {text.Names.Of(counter)}.add_(1)";
        }

        if (definition.Preparation is { } preparation)
        {
            yield return Fill(preparation);
        }
    }

    /// <summary>The operator's expression.</summary>
    /// <param name="isInPlace">Whether its in-place form is used.</param>
    /// <returns>The expression.</returns>
    public string Expression(bool isInPlace) => Fill(isInPlace ? InPlaceRule.Template(node.Operator) : definition.Lowering ?? DefaultTemplate());

    private string Fill(string template)
    {
        var expression = new StringBuilder(template.Length * 2);
        var position = 0;
        while (template.IndexOf('{', position) is >= 0 and var open)
        {
            var close = template.IndexOf('}', open);
            expression.Append(template, position, open - position).Append(Argument(template[(open + 1)..close]));
            position = close + 1;
        }

        return expression.Append(template, position, template.Length - position).ToString();
    }

    private string DefaultTemplate() =>
        $"torch.{definition.Name}({string.Join(", ", node.Arguments.Select(argument => $"{{{argument.Name}}}"))})";

    private string Argument(string name)
    {
        if (name == "momentum" && node.Operator == "batch_norm" && Find(name) is NoneArgument && Find("num_batches_tracked") is StateArgument counter)
        {
            return $"(1.0 / float({text.Names.Of(counter)}.item()) if self.training else 0.0)";
        }

        var value = Find(name) ?? throw new ArgumentException($"{node.Operator} has no argument '{name}'.");
        var kind = definition.Signature.Parameters[definition.Signature.IndexOf(name)].Kind;
        return text.Of(value, kind, WantsHalf(value, kind));
    }

    private bool? WantsHalf(GraphArgument value, ParameterKind kind)
    {
        if (kind is not (ParameterKind.Tensor or ParameterKind.TensorList or ParameterKind.Operand or ParameterKind.Any))
        {
            return null;
        }

        return isHalf || (keepsHalf && value is not StateArgument);
    }

    private GraphArgument? Find(string name)
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
