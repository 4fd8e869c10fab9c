using System.Globalization;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A normalisation for another number of dimensions than it is given.</summary>
internal sealed class NormalisationRankRule : IMendingRule
{
    private static readonly string[] Families = ["BatchNorm", "InstanceNorm"];

    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Notes.Module is not { Arguments.Positional: [TensorValue input, ..] } failed || breakdown.Notes.SiteOf(failed.Module) is not { } site)
        {
            yield break;
        }

        var family = Families.FirstOrDefault(name => failed.Definition.ClassName.StartsWith(name, StringComparison.Ordinal));
        var spatial = Math.Max(1, input.Shape.Length - 2);
        var wanted = $"{family}{spatial.ToString(CultureInfo.InvariantCulture)}d";
        if (family is null || spatial > 3 || wanted == failed.Definition.ClassName || breakdown.Text.CallAt(site.Place) is not { } call)
        {
            yield break;
        }

        if (breakdown.Text.Tokens[call.Callee] is { Kind: TokenKind.Name } callee && callee.Text == failed.Definition.ClassName)
        {
            yield return SourceEdit.Replace(callee.Start, callee.End, wanted);
        }
    }
}
