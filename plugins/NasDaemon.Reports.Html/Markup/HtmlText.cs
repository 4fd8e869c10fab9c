using System.Globalization;
using System.Text;

namespace NasDaemon.Reports.Html.Markup;

/// <summary>Makes text from outside harmless: whatever it holds, a browser shows it as text.</summary>
internal static class HtmlText
{
    /// <summary>Escapes a text for an element's content or a quoted attribute.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">What it is appended to.</param>
    public static void Append(string text, StringBuilder target)
    {
        // Half a surrogate pair comes as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    target.Append("&amp;");
                    break;
                case '<':
                    target.Append("&lt;");
                    break;
                case '>':
                    target.Append("&gt;");
                    break;
                case '"':
                    target.Append("&quot;");
                    break;
                case '\'':
                    target.Append("&#39;");
                    break;
                case '\n' or '\t':
                    target.Append((char)rune.Value);
                    break;
                case '\r':
                    break;
                default:
                    // Controls and marks of writing direction can make a text look like another one.
                    var isInvisible = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
                    target.Append(isInvisible ? "\uFFFD" : rune.ToString());
                    break;
            }
        }
    }

    /// <summary>Cuts a text that is too long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many characters may stay.</param>
    /// <returns>The text, with an ellipsis where something was cut.</returns>
    public static string Cut(string text, int longest) => text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 1), "…");
}
