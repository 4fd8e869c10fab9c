using System.Text.RegularExpressions;

namespace NasDaemon.Search.Prompting.Writing.Extraction;

/// <summary>Finds code that stands without fences, with text before or behind it.</summary>
internal static partial class BareCode
{
    /// <summary>Finds it.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>From the first line that begins like a file of Python to the last one that goes on like it; null where there is none.</returns>
    public static CodeBlock? Find(string answer)
    {
        var lines = answer.ReplaceLineEndings("\n").Split('\n');
        var first = Array.FindIndex(lines, line => Beginning().IsMatch(line));
        if (first < 0)
        {
            return null;
        }

        var end = first + 1;
        while (end < lines.Length && (lines[end].Length == 0 || GoingOn().IsMatch(lines[end])))
        {
            end++;
        }

        var code = string.Join('\n', lines[first..end]).TrimEnd() + "\n";
        return new CodeBlock(string.Empty, code, IsClosed: end < lines.Length);
    }

    [GeneratedRegex(@"^(import [\w.]+( as \w+)?(, *[\w.]+)*\s*(#.*)?$|from [\w.]+ import |class \w+\s*[(:]|def \w+\s*\(|@\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        @"^(\s|#|@|[)\]}]|(import|from|class|def|if|elif|else|for|while|try|except|finally|with|return|pass|print|assert|del|raise)\b.*[\w):\]""']\s*(#.*)?$|[\w.\[\]]+\s*([-+*/]?=|\()|""""""|''')",
        RegexOptions.CultureInvariant)]
    private static partial Regex GoingOn();
}
