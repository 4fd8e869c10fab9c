namespace NasDaemon.Commands.Output;

/// <summary>Text that came from outside, made fit for a terminal: a name or message must not move the cursor or change colours.</summary>
internal static class PlainText
{
    private const char Replacement = '\ufffd';

    /// <summary>Takes control characters out, line breaks and tabs among them.</summary>
    /// <param name="text">The text.</param>
    /// <returns>One line.</returns>
    public static string Of(string text) => Replace(text, char.IsControl);

    /// <summary>Takes control characters out but for line breaks and tabs.</summary>
    /// <param name="text">The text.</param>
    /// <returns>As many lines as it had.</returns>
    public static string Lines(string text) => Replace(text, letter => char.IsControl(letter) && letter is not ('\n' or '\t'));

    private static string Replace(string text, Func<char, bool> isReplaced) => text.Any(isReplaced)
        ? string.Concat(text.Select(letter => isReplaced(letter) ? Replacement : letter))
        : text;
}
