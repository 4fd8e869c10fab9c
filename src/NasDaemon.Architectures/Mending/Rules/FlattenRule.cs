using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A linear layer that is given images: what flattens them was left out.</summary>
internal sealed class FlattenRule : IMendingRule
{
    private const int ImageRank = 4;

    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Notes.Module is { Definition.ClassName: "Linear", Arguments.Positional: [TensorValue input, ..] } failed)
        {
            var isMeant = failed.Module.GetAttribute("in_features") is IntegerValue wanted && wanted.Constant == Sizes.OfSample(input.Shape);
            return input.Shape.Length >= ImageRank || (input.Shape.Length > 2 && isMeant) ? Flatten(breakdown, failed.Module, Places.Of(breakdown), isTentative: false) : [];
        }

        return breakdown.Failure.Class == FailureClass.WrongOutput && breakdown.Notes.Output is TensorValue { Shape.Length: >= ImageRank } ? BeforeFirst(breakdown) : [];
    }

    // A linear layer takes images without complaint where their width happens to fit.
    private static IEnumerable<SourceEdit> BeforeFirst(Breakdown breakdown)
    {
        var node = breakdown.Notes.Nodes.FirstOrDefault(node => node.Operator == "linear" && node.Outputs[0].Shape.Length >= ImageRank);
        if (node is null || Networks.Find(breakdown.Notes.Network, node.ModulePath) is not { } module)
        {
            return [];
        }

        var first = breakdown.Text.Tokens.FirstOrDefault(token => token.Position.Line == node.Line && token.Kind == TokenKind.Name && token.Text == "self");
        return Flatten(breakdown, module, first.Position, isTentative: true);
    }

    private static IEnumerable<SourceEdit> Flatten(Breakdown breakdown, ModuleInstance module, SourcePosition place, bool isTentative)
    {
        var text = breakdown.Text;
        if (breakdown.Notes.SiteOf(module) is { } site && text.IndexAt(site.Place) is var made and > 0
            && text.Tokens[made - 1].Kind is TokenKind.Comma or TokenKind.LeftParenthesis && module.Path is { } path && path.Contains('.', StringComparison.Ordinal))
        {
            yield return SourceEdit.Replace(text.Tokens[made].Start, text.Tokens[made].Start, "nn.Flatten(), ") with { IsTentative = isTentative };
        }

        if (text.CallAt(place)?.Arguments is [{ Keyword: null, IsSpread: false } argument])
        {
            var change = text.Replace(argument.First, argument.End, $"torch.flatten({text.Text(argument.First, argument.End)}, 1)");
            yield return new SourceEdit([change]) { IsTentative = isTentative };
        }
    }
}
