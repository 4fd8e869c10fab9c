using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>A string literal taken apart into prefix and content.</summary>
/// <param name="Start">The index of the first character inside the quotes.</param>
/// <param name="Length">How many characters are inside the quotes.</param>
/// <param name="IsRaw">Whether backslashes stand for themselves.</param>
/// <param name="IsFormatted">Whether it is an f-string.</param>
/// <param name="IsBytes">Whether it is a bytes literal.</param>
internal readonly record struct TextLiteralSpan(int Start, int Length, bool IsRaw, bool IsFormatted, bool IsBytes)
{
    /// <summary>Takes a token apart.</summary>
    /// <param name="source">The source.</param>
    /// <param name="token">The literal.</param>
    /// <returns>Its parts.</returns>
    public static TextLiteralSpan Of(string source, Token token)
    {
        var prefix = TextScanner.PrefixLength(source, token.Start);
        var letters = source.AsSpan(token.Start, prefix);
        TextScanner.End(source, token.Start + prefix, out var isTriple);
        var quotes = isTriple ? 3 : 1;
        var start = token.Start + prefix + quotes;
        return new TextLiteralSpan(
            start, token.End - quotes - start, letters.ContainsAny('r', 'R'), letters.ContainsAny('f', 'F'), letters.ContainsAny('b', 'B'));
    }

    /// <summary>The characters inside the quotes.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The characters.</returns>
    public ReadOnlySpan<char> Content(string source) => source.AsSpan(Start, Length);
}
