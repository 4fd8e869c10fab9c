using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A network that returns another number of values a sample than the task asks for.</summary>
internal sealed class OutputSizeRule : IMendingRule
{
    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        var wanted = breakdown.Request.Shape.Outputs;
        if (breakdown.Failure.Class != FailureClass.WrongOutput || breakdown.Notes.Output is not TensorValue output)
        {
            return [];
        }

        if (output.Shape is [{ BatchMultiple: 1 }, { IsFixed: true }, { Constant: 1, IsFixed: true }, { Constant: 1, IsFixed: true }])
        {
            return FlattenResult(breakdown);
        }

        var last = breakdown.Notes.Nodes.LastOrDefault(node => node.Operator is "linear" or "conv2d" or "conv1d");
        if (output.Shape.Length != 2 || last is null || Networks.Find(breakdown.Notes.Network, last.ModulePath) is not { } module)
        {
            return [];
        }

        var name = last.Operator == "linear" ? "out_features" : "out_channels";
        return Places.Set(breakdown.Text, breakdown.Notes.SiteOf(module), name, 1, wanted).Select(change => new SourceEdit([change]) { IsTentative = true });
    }

    private static IEnumerable<SourceEdit> FlattenResult(Breakdown breakdown)
    {
        var tokens = breakdown.Text.Tokens;
        var line = breakdown.Notes.Nodes[^1].Line;
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Kind != TokenKind.ReturnKeyword || tokens[index].Position.Line < line)
            {
                continue;
            }

            var end = index;
            while (tokens[end].Kind is not (TokenKind.NewLine or TokenKind.End))
            {
                end++;
            }

            yield return new SourceEdit([breakdown.Text.Replace(index + 1, end, $"torch.flatten({breakdown.Text.Text(index + 1, end)}, 1)")]) { IsTentative = true };
            yield break;
        }
    }
}
