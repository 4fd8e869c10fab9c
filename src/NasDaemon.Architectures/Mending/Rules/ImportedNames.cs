using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>Takes names out of imports.</summary>
internal static class ImportedNames
{
    /// <summary>Takes names out of the imports at the top of a file.</summary>
    /// <param name="text">The source.</param>
    /// <param name="names">The names as the file knows them.</param>
    /// <returns>The changes; none where no import binds one of them.</returns>
    public static IEnumerable<TextChange> Remove(SourceText text, IReadOnlyCollection<string> names)
    {
        var tokens = text.Tokens;
        for (var first = 0; first < tokens.Count; first = Behind(tokens, first))
        {
            var end = Behind(tokens, first);
            if (tokens[first].Kind is not (TokenKind.FromKeyword or TokenKind.ImportKeyword) || tokens[first].Position.Column != 1)
            {
                continue;
            }

            var list = Enumerable.Range(first, end - first).FirstOrDefault(index => tokens[index].Kind == TokenKind.ImportKeyword, end) + 1;
            var items = text.Split(list - 1, Enumerable.Range(list, Math.Max(0, end - list)).FirstOrDefault(index => tokens[index].Kind is TokenKind.NewLine or TokenKind.End, end - 1));
            var kept = items.Where(item => !names.Contains(Bound(tokens, item))).ToList();
            if (kept.Count == 0 && items.Count > 0)
            {
                yield return new TextChange(tokens[first].Start, tokens[end - 1].End, string.Empty);
            }
            else if (kept.Count < items.Count && tokens[list].Kind == TokenKind.Name)
            {
                yield return text.Replace(items[0].First, items[^1].End, string.Join(", ", kept.Select(item => text.Text(item.First, item.End))));
            }
        }
    }

    private static int Behind(IReadOnlyList<Token> tokens, int first)
    {
        while (first < tokens.Count && tokens[first].Kind is not (TokenKind.NewLine or TokenKind.End or TokenKind.Error))
        {
            first++;
        }

        return first + 1;
    }

    // Of "a.b" a file knows a, of "a as b" it knows b.
    private static string? Bound(IReadOnlyList<Token> tokens, WrittenArgument item)
    {
        var hasAlias = item.End - item.First >= 3 && tokens[item.End - 2].Kind == TokenKind.AsKeyword;
        return tokens[hasAlias ? item.End - 1 : item.First].Text;
    }
}
