using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Syntax.Patterns;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses the patterns of <c>case</c>.</summary>
/// <param name="cursor">The tokens.</param>
/// <param name="expressions">Parses values.</param>
internal sealed class PatternParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary>Parses the pattern behind <c>case</c>, which may be a sequence without brackets.</summary>
    /// <returns>The pattern.</returns>
    public Pattern Parse()
    {
        var position = cursor.Position;
        var first = ParseItem();
        if (cursor.Kind != TokenKind.Comma)
        {
            return first is StarPattern ? new SequencePattern(position, [first]) : first;
        }

        var items = ImmutableArray.CreateBuilder<Pattern>();
        items.Add(first);
        while (cursor.Accept(TokenKind.Comma) && cursor.Kind is not (TokenKind.Colon or TokenKind.IfKeyword) && !cursor.IsAtEnd)
        {
            items.Add(ParseItem());
        }

        return new SequencePattern(position, items.ToImmutable());
    }

    private static string? Binding(string name) => name == "_" ? null : name;

    private Pattern ParseItem()
    {
        var position = cursor.Position;
        if (!cursor.Accept(TokenKind.Star))
        {
            return ParseAs();
        }

        return new StarPattern(position, Capture(cursor.ExpectName()));
    }

    private string? Capture(string name)
    {
        if (Binding(name) is { } bound)
        {
            cursor.Scope.Bind(bound);
        }

        return Binding(name);
    }

    private Pattern ParseAs()
    {
        cursor.Enter();
        var position = cursor.Position;
        var pattern = ParseClosed();
        if (cursor.Kind == TokenKind.Bar)
        {
            var alternatives = ImmutableArray.CreateBuilder<Pattern>();
            alternatives.Add(pattern);
            while (cursor.Accept(TokenKind.Bar))
            {
                alternatives.Add(ParseClosed());
            }

            pattern = new OrPattern(position, alternatives.ToImmutable());
        }

        if (cursor.Accept(TokenKind.AsKeyword))
        {
            var name = cursor.ExpectName();
            cursor.Scope.Bind(name);
            pattern = new AsPattern(position, pattern, name);
        }

        cursor.Leave();
        return pattern;
    }

    private Pattern ParseClosed()
    {
        var position = cursor.Position;
        switch (cursor.Kind)
        {
            case TokenKind.LeftBracket:
                cursor.Take();
                return new SequencePattern(position, ParseItems(TokenKind.RightBracket, out _));
            case TokenKind.LeftParenthesis:
                cursor.Take();
                var items = ParseItems(TokenKind.RightParenthesis, out var isTuple);
                return isTuple || items.Length != 1 || items[0] is StarPattern ? new SequencePattern(position, items) : items[0];
            case TokenKind.LeftBrace:
                return ParseMapping();
            case TokenKind.Name:
                return ParseName();
            default:
                // A sum is as much as a literal can be (3 - 4j); "|" belongs to the pattern.
                return new ValuePattern(position, expressions.ParseSum());
        }
    }

    private ImmutableArray<Pattern> ParseItems(TokenKind closing, out bool hasComma)
    {
        var items = ImmutableArray.CreateBuilder<Pattern>();
        hasComma = false;
        while (cursor.Kind != closing && !cursor.IsAtEnd)
        {
            items.Add(ParseItem());
            if (!cursor.Accept(TokenKind.Comma))
            {
                break;
            }

            hasComma = true;
        }

        cursor.Expect(closing);
        return items.ToImmutable();
    }

    private MappingPattern ParseMapping()
    {
        var position = cursor.Take().Position;
        var keys = ImmutableArray.CreateBuilder<Expression>();
        var values = ImmutableArray.CreateBuilder<Pattern>();
        string? rest = null;
        while (cursor.Kind != TokenKind.RightBrace && !cursor.IsAtEnd)
        {
            if (cursor.Accept(TokenKind.DoubleStar))
            {
                rest = Capture(cursor.ExpectName());
            }
            else
            {
                keys.Add(expressions.ParseSum());
                cursor.Expect(TokenKind.Colon);
                values.Add(ParseAs());
            }

            if (!cursor.Accept(TokenKind.Comma))
            {
                break;
            }
        }

        cursor.Expect(TokenKind.RightBrace);
        return new MappingPattern(position, keys.ToImmutable(), values.ToImmutable(), rest);
    }

    private Pattern ParseName()
    {
        var position = cursor.Position;
        var name = cursor.ExpectName();
        if (cursor.Kind is not (TokenKind.Dot or TokenKind.LeftParenthesis))
        {
            return new CapturePattern(position, Capture(name));
        }

        Expression value = new NameExpression(position, name);
        while (cursor.Accept(TokenKind.Dot))
        {
            value = new AttributeExpression(position, value, cursor.ExpectName());
        }

        return cursor.Accept(TokenKind.LeftParenthesis) ? ParseClass(position, value) : new ValuePattern(position, value);
    }

    private ClassPattern ParseClass(SourcePosition position, Expression type)
    {
        var items = ImmutableArray.CreateBuilder<Pattern>();
        var names = ImmutableArray.CreateBuilder<string>();
        var values = ImmutableArray.CreateBuilder<Pattern>();
        while (cursor.Kind != TokenKind.RightParenthesis && !cursor.IsAtEnd)
        {
            if (cursor.Kind == TokenKind.Name && cursor.Peek().Kind == TokenKind.Assign)
            {
                names.Add(cursor.ExpectName());
                cursor.Take();
                values.Add(ParseAs());
            }
            else
            {
                items.Add(ParseAs());
            }

            if (!cursor.Accept(TokenKind.Comma))
            {
                break;
            }
        }

        cursor.Expect(TokenKind.RightParenthesis);
        return new ClassPattern(position, type, items.ToImmutable(), names.ToImmutable(), values.ToImmutable());
    }
}
