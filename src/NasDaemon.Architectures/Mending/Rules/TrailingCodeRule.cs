using NasDaemon.Architectures.Mending.Texts;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>Code behind the network that trains or tries it, text that is no code, a last line that was cut off: all of it goes.</summary>
internal sealed class TrailingCodeRule : IMendingRule
{
    private const int MostPlaces = 12;

    /// <inheritdoc/>
    public IEnumerable<SourceEdit> Propose(Breakdown breakdown)
    {
        if (breakdown.Notes.Network is not null)
        {
            yield break;
        }

        // Tokens end where the text is no longer code, so lines are looked at.
        var source = breakdown.Text.Source;
        var starts = new List<int>();
        for (var start = 0; start < source.Length; start = Next(source, start))
        {
            if (source[start] is not (' ' or '\t' or '\n' or '\r' or ')' or ']' or '}') && !IsDefinition(source, start))
            {
                starts.Add(start);
            }
        }

        var behind = starts.Where(start => IsBehindNetwork(breakdown, start)).ToList();
        foreach (var start in behind.AsEnumerable().Reverse().Append(behind.FirstOrDefault(source.Length)).Take(MostPlaces))
        {
            yield return SourceEdit.Replace(start, source.Length, string.Empty);
        }
    }

    private static int Next(string source, int start)
    {
        var end = source.IndexOf('\n', start);
        return end < 0 ? source.Length : end + 1;
    }

    private static bool IsDefinition(string source, int start)
    {
        var rest = source.AsSpan(start);
        return rest.StartsWith("class ", StringComparison.Ordinal) || rest.StartsWith("def ", StringComparison.Ordinal) || rest.StartsWith('@');
    }

    private static bool IsBehindNetwork(Breakdown breakdown, int start)
    {
        var tokens = breakdown.Text.Tokens;
        var wanted = breakdown.Request.ClassName ?? "Net";
        for (var index = 1; index < tokens.Count && tokens[index].Start < start; index++)
        {
            if (tokens[index].Text == wanted && tokens[index - 1].Kind == TokenKind.ClassKeyword)
            {
                return true;
            }
        }

        return false;
    }
}
