using System.Text.RegularExpressions;
using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>A keyword that a function or class of PyTorch does not have: the one that holds it or is near it, or none.</summary>
internal sealed partial class KeywordRule : IMendingRule
{
    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Notes.Operator is not { } failed || Unexpected().Match(breakdown.Failure.Message) is not { Success: true } match)
        {
            yield break;
        }

        var wrong = match.Groups["name"].Value;
        var tokens = breakdown.Text.Tokens;
        for (var index = 1; index + 1 < tokens.Count; index++)
        {
            if (tokens[index].Text != wrong || tokens[index].Position.Line < breakdown.Failure.Line || tokens[index + 1].Kind != TokenKind.Assign
                || tokens[index - 1].Kind is not (TokenKind.Comma or TokenKind.LeftParenthesis))
            {
                continue;
            }

            foreach (var name in Near(wrong, failed.Parameters))
            {
                yield return SourceEdit.Replace(tokens[index].Start, tokens[index].End, name);
            }

            if (tokens[index - 1].Kind == TokenKind.Comma && EndOf(breakdown.Text, index) is var end && end > index)
            {
                yield return SourceEdit.Replace(tokens[index - 1].Start, tokens[end - 1].End, string.Empty);
            }

            yield break;
        }
    }

    private static IEnumerable<string> Near(string wrong, IReadOnlyList<string> known)
    {
        var holding = known.Where(name => name.Contains(wrong, StringComparison.Ordinal) || wrong.Contains(name, StringComparison.Ordinal));
        return NearestName.FindOnly(wrong, known) is { } nearest ? holding.Prepend(nearest).Distinct() : holding;
    }

    private static int EndOf(SourceText text, int index)
    {
        while (index < text.Tokens.Count && text.Tokens[index].Kind is not (TokenKind.Comma or TokenKind.RightParenthesis or TokenKind.End))
        {
            var closing = text.Tokens[index].Kind is TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.LeftBrace ? text.Closing(index) : index;
            index = Math.Max(index, closing) + 1;
        }

        return index;
    }

    [GeneratedRegex(@"got an unexpected keyword argument '(?<name>\w+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Unexpected();
}
