namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>Tells operators and delimiters apart.</summary>
internal static class OperatorScanner
{
    /// <summary>Scans an operator.</summary>
    /// <param name="source">The source.</param>
    /// <param name="index">The index of its first character.</param>
    /// <param name="length">How long it is.</param>
    /// <returns>Its kind, or <see cref="TokenKind.Error"/>.</returns>
    public static TokenKind Scan(string source, int index, out int length)
    {
        var second = index + 1 < source.Length ? source[index + 1] : '\0';
        var third = index + 2 < source.Length ? source[index + 2] : '\0';
        length = 1;
        switch (source[index])
        {
            case '(': return TokenKind.LeftParenthesis;
            case ')': return TokenKind.RightParenthesis;
            case '[': return TokenKind.LeftBracket;
            case ']': return TokenKind.RightBracket;
            case '{': return TokenKind.LeftBrace;
            case '}': return TokenKind.RightBrace;
            case ',': return TokenKind.Comma;
            case ';': return TokenKind.Semicolon;
            case '~': return TokenKind.Tilde;
            case ':': return Either(second == '=', TokenKind.Walrus, TokenKind.Colon, ref length);
            case '=': return Either(second == '=', TokenKind.Equal, TokenKind.Assign, ref length);
            case '+': return Either(second == '=', TokenKind.PlusAssign, TokenKind.Plus, ref length);
            case '%': return Either(second == '=', TokenKind.PercentAssign, TokenKind.Percent, ref length);
            case '@': return Either(second == '=', TokenKind.AtAssign, TokenKind.At, ref length);
            case '&': return Either(second == '=', TokenKind.AmpersandAssign, TokenKind.Ampersand, ref length);
            case '|': return Either(second == '=', TokenKind.BarAssign, TokenKind.Bar, ref length);
            case '^': return Either(second == '=', TokenKind.CaretAssign, TokenKind.Caret, ref length);
            case '!': return Either(second == '=', TokenKind.NotEqual, TokenKind.Error, ref length);
            case '-' when second == '>':
                length = 2;
                return TokenKind.Arrow;
            case '-': return Either(second == '=', TokenKind.MinusAssign, TokenKind.Minus, ref length);
            case '.' when second == '.' && third == '.':
                length = 3;
                return TokenKind.Ellipsis;
            case '.': return TokenKind.Dot;
            case '*': return Doubled('*', second, third, TokenKind.Star, TokenKind.StarAssign, TokenKind.DoubleStar, TokenKind.DoubleStarAssign, ref length);
            case '/': return Doubled('/', second, third, TokenKind.Slash, TokenKind.SlashAssign, TokenKind.DoubleSlash, TokenKind.DoubleSlashAssign, ref length);
            case '<': return Doubled('<', second, third, TokenKind.Less, TokenKind.LessOrEqual, TokenKind.ShiftLeft, TokenKind.ShiftLeftAssign, ref length);
            case '>': return Doubled('>', second, third, TokenKind.Greater, TokenKind.GreaterOrEqual, TokenKind.ShiftRight, TokenKind.ShiftRightAssign, ref length);
            default: return TokenKind.Error;
        }
    }

    private static TokenKind Either(bool isLong, TokenKind two, TokenKind one, ref int length)
    {
        length = isLong ? 2 : 1;
        return isLong ? two : one;
    }

    private static TokenKind Doubled(
        char first, char second, char third, TokenKind plain, TokenKind plainAssign, TokenKind doubled, TokenKind doubledAssign, ref int length)
    {
        length = second == first ? (third == '=' ? 3 : 2) : (second == '=' ? 2 : 1);
        return length switch
        {
            3 => doubledAssign,
            2 => second == '=' ? plainAssign : doubled,
            _ => plain,
        };
    }
}
