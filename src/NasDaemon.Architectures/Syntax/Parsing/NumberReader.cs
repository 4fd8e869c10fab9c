using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Reads the values of numbers.</summary>
internal static class NumberReader
{
    /// <summary>Reads an integer.</summary>
    /// <param name="cursor">Takes the problem where it is too large.</param>
    /// <param name="token">The integer.</param>
    /// <returns>Its value.</returns>
    public static long ReadInteger(TokenCursor cursor, Token token)
    {
        var text = Digits(cursor.Source.AsSpan(token.Start, token.End - token.Start));
        var isRead = text is ['0', var radix, ..] && !char.IsAsciiDigit(radix)
            ? TryReadRadix(text[2..], radix, out var value)
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (!isRead)
        {
            const string Message = "The integer is larger than 63 bits.";
            cursor.Fail(new SyntaxProblem(FailureClass.LimitExceeded, Message, token.Position));
        }

        return value;
    }

    /// <summary>Reads a floating-point number.</summary>
    /// <param name="source">The source.</param>
    /// <param name="token">The number.</param>
    /// <returns>Its value.</returns>
    public static double ReadFloat(string source, Token token) =>
        double.Parse(Digits(source.AsSpan(token.Start, token.End - token.Start)), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> text) =>
        text.Contains('_') ? text.ToString().Replace("_", string.Empty, StringComparison.Ordinal) : text;

    private static bool TryReadRadix(ReadOnlySpan<char> digits, char radix, out long value)
    {
        var bits = radix switch
        {
            'x' or 'X' => 4,
            'o' or 'O' => 3,
            _ => 1,
        };
        value = 0;
        foreach (var digit in digits)
        {
            if (value >> (63 - bits) != 0)
            {
                return false;
            }

            value = (value << bits) | (uint)Convert.ToInt32(digit.ToString(), 16);
        }

        return true;
    }
}
