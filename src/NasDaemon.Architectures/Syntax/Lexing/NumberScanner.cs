namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>Finds where a number ends.</summary>
internal static class NumberScanner
{
    /// <summary>Scans a number.</summary>
    /// <param name="source">The source.</param>
    /// <param name="start">The index of its first character, a digit or a dot before a digit.</param>
    /// <param name="end">The index behind its last character.</param>
    /// <param name="problem">Python's message where it is no number; else null.</param>
    /// <returns>Its kind.</returns>
    public static TokenKind Scan(string source, int start, out int end, out string? problem)
    {
        if (source[start] == '0' && start + 1 < source.Length && Radix(source[start + 1]) is ({ } name, var isDigit))
        {
            end = Digits(source, start + 2, isDigit);
            problem = end == start + 2 || IsWord(source, end) ? $"invalid {name} literal" : null;
            return TokenKind.Integer;
        }

        end = Digits(source, start, char.IsAsciiDigit);
        var kind = TokenKind.Integer;
        if (end < source.Length && source[end] == '.')
        {
            kind = TokenKind.Float;
            end = Digits(source, end + 1, char.IsAsciiDigit);
        }

        if (end < source.Length && source[end] is 'e' or 'E' && Exponent(source, end) is var behind && behind > 0)
        {
            kind = TokenKind.Float;
            end = behind;
        }

        var isZeroPadded = kind == TokenKind.Integer && source[start] == '0' && source.AsSpan(start, end - start).ContainsAnyInRange('1', '9');
        if (end < source.Length && source[end] is 'j' or 'J')
        {
            kind = TokenKind.Imaginary;
            end++;
        }
        else if (isZeroPadded)
        {
            problem = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
            return kind;
        }

        problem = source[end - 1] == '_' || (IsWord(source, end) && !IsKeywordBehind(source, end)) ? "invalid decimal literal" : null;
        return kind;
    }

    private static (string? Name, Func<char, bool> IsDigit) Radix(char letter) => letter switch
    {
        'x' or 'X' => ("hexadecimal", char.IsAsciiHexDigit),
        'o' or 'O' => ("octal", digit => digit is >= '0' and <= '7'),
        'b' or 'B' => ("binary", digit => digit is '0' or '1'),
        _ => (null, char.IsAsciiDigit),
    };

    private static int Digits(string source, int index, Func<char, bool> isDigit)
    {
        while (index < source.Length && (isDigit(source[index]) || source[index] == '_'))
        {
            index++;
        }

        return index;
    }

    private static int Exponent(string source, int index)
    {
        var digits = index + 1 < source.Length && source[index + 1] is '+' or '-' ? index + 2 : index + 1;
        var end = Digits(source, digits, char.IsAsciiDigit);
        return end > digits ? end : 0;
    }

    private static bool IsWord(string source, int index) => index < source.Length && Characters.IsIdentifierPart(source[index]);

    // "1if x else 2" is still accepted by Python.
    private static bool IsKeywordBehind(string source, int index)
    {
        var end = index;
        while (IsWord(source, end))
        {
            end++;
        }

        return Keywords.Classify(source.AsSpan(index, end - index)) is TokenKind.AndKeyword or TokenKind.ElseKeyword or TokenKind.ForKeyword
            or TokenKind.IfKeyword or TokenKind.InKeyword or TokenKind.IsKeyword or TokenKind.OrKeyword or TokenKind.NotKeyword;
    }
}
