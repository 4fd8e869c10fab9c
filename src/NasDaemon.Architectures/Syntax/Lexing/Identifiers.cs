namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>
/// Python compares identifiers in their normal form NFKC, in which look-alikes such as <c>ｆｃ</c> and <c>fc</c> are one name. This
/// knows the form of the letters that code is written in; identifiers with others are refused rather than taken for a name of their own.
/// </summary>
internal static class Identifiers
{
    private const char FirstFullWidth = '\uff01';
    private const char LastFullWidth = '\uff5e';
    private const int FullWidthDistance = FirstFullWidth - '!';

    // Blocks of letters that NFKC leaves as they are.
    private static readonly (char First, char Last)[] Plain =
    [
        ('\u00c0', '\u0131'), ('\u0134', '\u013e'), ('\u0141', '\u0148'), ('\u014a', '\u017e'), ('\u0391', '\u03c9'),
        ('\u0400', '\u0482'), ('\u048a', '\u052f'), ('\u05d0', '\u05ea'), ('\u0621', '\u064a'), ('\u0904', '\u0939'),
        ('\u3041', '\u3096'), ('\u30a1', '\u30fa'), ('\u4e00', '\u9fff'), ('\uac00', '\ud7a3'),
    ];

    /// <summary>Brings an identifier into its normal form.</summary>
    /// <param name="word">The identifier as it is written.</param>
    /// <returns>The name; null where its normal form is not known.</returns>
    public static string? Normalise(ReadOnlySpan<char> word)
    {
        Span<char> name = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        for (var index = 0; index < word.Length; index++)
        {
            var character = word[index];
            if (character is >= FirstFullWidth and <= LastFullWidth)
            {
                name[index] = (char)(character - FullWidthDistance);
            }
            else if (char.IsAscii(character) || IsPlain(character))
            {
                name[index] = character;
            }
            else if (character == '\u00b5')
            {
                // The micro sign, which many keyboards have in place of the letter.
                name[index] = '\u03bc';
            }
            else
            {
                return null;
            }
        }

        return name.ToString();
    }

    private static bool IsPlain(char character)
    {
        foreach (var (first, last) in Plain)
        {
            if (character >= first && character <= last)
            {
                return true;
            }
        }

        return false;
    }
}
