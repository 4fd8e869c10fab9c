using System.Globalization;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>A format specification taken apart.</summary>
/// <param name="Fill">What fills up to the width.</param>
/// <param name="Align">Where the text stands; <c>\0</c> for the usual.</param>
/// <param name="Sign">What positive numbers begin with; <c>\0</c> for nothing.</param>
/// <param name="HasPrefix">Whether numbers in other bases show their base.</param>
/// <param name="Width">The least width.</param>
/// <param name="Grouping">What separates thousands; null for nothing.</param>
/// <param name="Precision">Digits, or the most characters; null where not given.</param>
/// <param name="Type">The presentation; <c>\0</c> for the usual.</param>
internal readonly record struct FormatSpecification(char Fill, char Align, char Sign, bool HasPrefix, int Width, char? Grouping, int? Precision, char Type)
{
    /// <summary>Takes a specification apart.</summary>
    /// <param name="text">The specification.</param>
    /// <param name="specification">Its parts.</param>
    /// <returns>False where it is none.</returns>
    public static bool TryParse(string text, out FormatSpecification specification)
    {
        var index = 0;
        var (fill, align, sign) = (' ', '\0', '\0');
        if (text.Length > 1 && IsAlign(text[1]))
        {
            (fill, align, index) = (text[0], text[1], 2);
        }
        else if (text.Length > 0 && IsAlign(text[0]))
        {
            (align, index) = (text[0], 1);
        }

        if (index < text.Length && text[index] is '+' or '-' or ' ')
        {
            sign = text[index++];
        }

        var hasPrefix = index < text.Length && text[index] == '#';
        if (hasPrefix)
        {
            index++;
        }

        if (index < text.Length && text[index] == '0' && align == '\0')
        {
            (fill, align) = ('0', '=');
            index++;
        }

        var isValid = TryReadNumber(text, ref index, out var width);
        char? grouping = index < text.Length && text[index] is ',' or '_' ? text[index++] : null;
        int? precision = null;
        if (index < text.Length && text[index] == '.')
        {
            index++;
            isValid &= TryReadNumber(text, ref index, out precision) && precision is not null;
        }

        var type = index < text.Length ? text[index++] : '\0';
        specification = new FormatSpecification(fill, align, sign, hasPrefix, width ?? 0, grouping, precision, type);
        return isValid && index == text.Length;
    }

    /// <summary>Fills a text up to the width.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isNumber">Whether it is a number, which usually stands at the right.</param>
    /// <returns>The filled text.</returns>
    public string Pad(string text, bool isNumber)
    {
        var missing = Width - text.Length;
        if (missing <= 0)
        {
            return text;
        }

        switch (Align == '\0' ? (isNumber ? '>' : '<') : Align)
        {
            case '<':
                return text + new string(Fill, missing);
            case '^':
                return new string(Fill, missing / 2) + text + new string(Fill, missing - (missing / 2));
            case '=' when text.Length > 0 && text[0] is '-' or '+' or ' ':
                return text[0] + new string(Fill, missing) + text[1..];
            case '=' when HasPrefix && text.Length > 1 && char.IsAsciiLetter(text[1]):
                return text[..2] + new string(Fill, missing) + text[2..];
            default:
                return new string(Fill, missing) + text;
        }
    }

    private static bool IsAlign(char character) => character is '<' or '>' or '^' or '=';

    private static bool TryReadNumber(string text, ref int index, out int? number)
    {
        var start = index;
        while (index < text.Length && char.IsAsciiDigit(text[index]))
        {
            index++;
        }

        number = null;
        if (index == start)
        {
            return true;
        }

        var isRead = int.TryParse(text.AsSpan(start, index - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        number = value;
        return isRead;
    }
}
