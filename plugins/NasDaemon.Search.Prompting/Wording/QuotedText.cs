namespace NasDaemon.Search.Prompting.Wording;

/// <summary>Text from outside, as a quotation that it cannot end itself.</summary>
internal static class QuotedText
{
    /// <summary>Quotes a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its lines, each behind a mark, without control characters and empty lines at the ends.</returns>
    public static string Of(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => $"> {Visible(line)}".TrimEnd()));

    private static string Visible(string line) => string.Concat(line.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
