using System.Collections.Immutable;
using System.Text;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses string literals; adjacent ones are joined, and become one f-string where one of them is.</summary>
/// <param name="cursor">The cursor.</param>
internal sealed class TextParser(TokenCursor cursor)
{
    /// <summary>Parses the literals at the cursor.</summary>
    /// <returns>The expression.</returns>
    public Expression Parse()
    {
        var position = cursor.Position;
        var run = new StringBuilder();
        ImmutableArray<FormattedPart>.Builder? parts = null;
        while (cursor.Kind == TokenKind.Text)
        {
            var token = cursor.Take();
            var literal = TextLiteralSpan.Of(cursor.Source, token);
            if (literal.IsBytes)
            {
                cursor.FailUnsupported("bytes");
            }
            else if (literal.IsFormatted)
            {
                parts ??= ImmutableArray.CreateBuilder<FormattedPart>();
                new FormattedTextParser(cursor, literal, token.Position, run, parts).Parse();
            }
            else if (!EscapeReader.TryAppend(run, literal.Content(cursor.Source), literal.IsRaw, out var message))
            {
                cursor.Fail(message, token.Position);
            }
        }

        if (parts is null)
        {
            return new TextLiteral(position, run.ToString());
        }

        if (run.Length > 0)
        {
            parts.Add(new FormattedRun(run.ToString()));
        }

        return new FormattedText(position, parts.ToImmutable());
    }
}
