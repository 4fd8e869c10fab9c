using System.Globalization;

namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>What characters may do.</summary>
internal static class Characters
{
    /// <summary>Whether a character begins an identifier.</summary>
    /// <param name="character">The character.</param>
    /// <returns>True where it does.</returns>
    public static bool IsIdentifierStart(char character) =>
        char.IsAsciiLetter(character) || character == '_' || (character > '\x7f' && char.IsLetter(character));

    /// <summary>Whether a character continues an identifier.</summary>
    /// <param name="character">The character.</param>
    /// <returns>True where it does.</returns>
    public static bool IsIdentifierPart(char character) =>
        char.IsAsciiLetterOrDigit(character) || character == '_' || (character > '\x7f' && IsUnicodePart(character));

    /// <summary>Python's message about a character that fits nowhere.</summary>
    /// <param name="source">The source.</param>
    /// <param name="index">The index of the character.</param>
    /// <returns>The message.</returns>
    public static string Refusal(string source, int index)
    {
        var isPair = char.IsHighSurrogate(source[index]) && index + 1 < source.Length && char.IsLowSurrogate(source[index + 1]);
        var code = isPair ? char.ConvertToUtf32(source[index], source[index + 1]) : source[index];
        var category = CharUnicodeInfo.GetUnicodeCategory(code);
        if (code < 0x80 && category != UnicodeCategory.Control)
        {
            return SyntaxProblem.Generic;
        }

        var isPrintable = category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
        return isPrintable
            ? $"invalid character '{char.ConvertFromUtf32(code)}' (U+{code:X4})"
            : $"invalid non-printable character U+{code:X4}";
    }

    private static bool IsUnicodePart(char character) => char.IsLetterOrDigit(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.ConnectorPunctuation;
}
