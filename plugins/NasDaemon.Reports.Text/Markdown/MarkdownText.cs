using System.Buffers;
using System.Globalization;
using System.Text;

namespace NasDaemon.Reports.Text.Markdown;

/// <summary>Makes text from outside harmless: it stays on its line, in its cell, and is read as plain text.</summary>
internal static class MarkdownText
{
    private const int LongestText = 300;

    // What can begin markup, HTML, an entity, a table cell, a mention or a formula. An underscore inside a word begins nothing.
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\`*_[]<>|~&@$");

    /// <summary>Escapes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">What is longer than this many characters is cut.</param>
    /// <returns>Markdown of one line that shows the text; it must not begin a line.</returns>
    public static string Escape(string text, int longest = LongestText)
    {
        var safe = new StringBuilder(text.Length + 16);
        var runes = text.Trim().EnumerateRunes().ToArray();
        for (var index = 0; index < Math.Min(runes.Length, longest); index++)
        {
            var isInWord = index > 0 && index < runes.Length - 1 && Rune.IsLetterOrDigit(runes[index - 1]) && Rune.IsLetterOrDigit(runes[index + 1]);
            Append(safe, runes[index], isInWord);
        }

        return runes.Length > longest ? safe.Append('…').ToString() : safe.ToString();
    }

    /// <summary>A line as it is, but for what cannot be seen.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The line; marks of writing direction and controls are replaced.</returns>
    public static string Visible(string line) =>
        string.Concat(line.EnumerateRunes().Select(rune => Rune.IsWhiteSpace(rune) ? " " : Visible(rune)));

    private static void Append(StringBuilder safe, Rune rune, bool isInWord)
    {
        var isMarkup = rune.IsAscii && Markup.Contains((char)rune.Value);
        if ((isMarkup && !(isInWord && rune.Value == '_')) || CompletesLink(safe, rune))
        {
            safe.Append('\\').Append(rune.ToString());
        }
        else if (Rune.IsWhiteSpace(rune))
        {
            safe.Append(' ');
        }
        else
        {
            safe.Append(Visible(rune));
        }
    }

    // Controls and marks of writing direction can make a text look like another one.
    private static string Visible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format ? "\uFFFD" : rune.ToString();

    /// <summary>Renderers make links of <c>www.</c> and of <c>://</c> without any markup.</summary>
    private static bool CompletesLink(StringBuilder safe, Rune rune) => rune.Value switch
    {
        '.' => safe.Length >= 3 && safe.ToString(safe.Length - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        '/' => safe.Length > 0 && safe[^1] == ':',
        _ => false,
    };
}
