using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses names, literals and displays.</summary>
internal sealed class AtomParser
{
    private readonly TokenCursor _cursor;
    private readonly ExpressionParser _expressions;
    private readonly TextParser _texts;

    /// <summary>Makes a parser at a cursor.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="expressions">Parses what displays hold.</param>
    public AtomParser(TokenCursor cursor, ExpressionParser expressions) =>
        (_cursor, _expressions, _texts) = (cursor, expressions, new TextParser(cursor));

    /// <summary>Parses an atom.</summary>
    /// <returns>The expression.</returns>
    public Expression Parse()
    {
        var token = _cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                _cursor.Take();
                return new NameExpression(token.Position, token.Text!);
            case TokenKind.Integer:
                _cursor.Take();
                return new IntegerLiteral(token.Position, NumberReader.ReadInteger(_cursor, token));
            case TokenKind.Float:
                _cursor.Take();
                return new FloatLiteral(token.Position, NumberReader.ReadFloat(_cursor.Source, token));
            case TokenKind.Text:
                return _texts.Parse();
            case TokenKind.NoneKeyword:
                _cursor.Take();
                return new NoneLiteral(token.Position);
            case TokenKind.TrueKeyword or TokenKind.FalseKeyword:
                _cursor.Take();
                return new BooleanLiteral(token.Position, token.Kind == TokenKind.TrueKeyword);
            case TokenKind.Ellipsis:
                _cursor.Take();
                return new EllipsisLiteral(token.Position);
            case TokenKind.LeftParenthesis:
                return ParseParenthesis();
            case TokenKind.LeftBracket:
                return ParseBracket();
            case TokenKind.LeftBrace:
                return ParseBrace();
            case TokenKind.Imaginary:
                _cursor.FailUnsupported("complex numbers");
                break;
            default:
                _cursor.Fail();
                break;
        }

        return new NoneLiteral(token.Position);
    }

    private Expression ParseParenthesis()
    {
        var position = _cursor.Take().Position;
        if (_cursor.Accept(TokenKind.RightParenthesis))
        {
            return new TupleExpression(position, []);
        }

        if (_cursor.Kind == TokenKind.YieldKeyword)
        {
            var value = _expressions.ParseYield();
            ExpectClosing(TokenKind.RightParenthesis);
            return value;
        }

        var first = _expressions.ParseStarOrNamed();
        if (IsComprehension())
        {
            return ParseComprehension(position, ComprehensionKind.Generator, first, null, TokenKind.RightParenthesis);
        }

        if (_cursor.Kind == TokenKind.Comma)
        {
            return new TupleExpression(position, ParseItems(first, TokenKind.RightParenthesis));
        }

        if (first is StarredExpression)
        {
            _cursor.Fail("cannot use starred expression here", first.Position);
        }

        ExpectClosing(TokenKind.RightParenthesis);
        return first;
    }

    private Expression ParseBracket()
    {
        var position = _cursor.Take().Position;
        if (_cursor.Accept(TokenKind.RightBracket))
        {
            return new ListExpression(position, []);
        }

        var first = _expressions.ParseStarOrNamed();
        return IsComprehension()
            ? ParseComprehension(position, ComprehensionKind.List, first, null, TokenKind.RightBracket)
            : new ListExpression(position, ParseItems(first, TokenKind.RightBracket));
    }

    private Expression ParseBrace()
    {
        var position = _cursor.Take().Position;
        if (_cursor.Kind is TokenKind.RightBrace or TokenKind.DoubleStar)
        {
            return ParseDictionary(position, null);
        }

        var first = _expressions.ParseStarOrNamed();
        if (!_cursor.Accept(TokenKind.Colon))
        {
            return IsComprehension()
                ? ParseComprehension(position, ComprehensionKind.Set, first, null, TokenKind.RightBrace)
                : new SetExpression(position, ParseItems(first, TokenKind.RightBrace));
        }

        var value = _expressions.Parse();
        return IsComprehension()
            ? ParseComprehension(position, ComprehensionKind.Dictionary, first, value, TokenKind.RightBrace)
            : ParseDictionary(position, new DictionaryEntry(first, value));
    }

    private DictionaryExpression ParseDictionary(SourcePosition position, DictionaryEntry? first)
    {
        var entries = ImmutableArray.CreateBuilder<DictionaryEntry>();
        if (first is not null)
        {
            entries.Add(first);
        }

        while (!_cursor.IsAtEnd && (entries.Count == 0 || _cursor.Accept(TokenKind.Comma)) && _cursor.Kind != TokenKind.RightBrace)
        {
            entries.Add(ParseEntry());
        }

        ExpectClosing(TokenKind.RightBrace);
        return new DictionaryExpression(position, entries.ToImmutable());
    }

    private DictionaryEntry ParseEntry()
    {
        if (_cursor.Accept(TokenKind.DoubleStar))
        {
            return new DictionaryEntry(null, _expressions.Parse());
        }

        var key = _expressions.Parse();
        _cursor.Expect(TokenKind.Colon, "':' expected after dictionary key");
        return new DictionaryEntry(key, _expressions.Parse());
    }

    private ImmutableArray<Expression> ParseItems(Expression first, TokenKind closing)
    {
        var items = ImmutableArray.CreateBuilder<Expression>();
        items.Add(first);
        while (_cursor.Accept(TokenKind.Comma) && _cursor.Kind != closing && !_cursor.IsAtEnd)
        {
            items.Add(_expressions.ParseStarOrNamed());
        }

        ExpectClosing(closing);
        return items.ToImmutable();
    }

    private bool IsComprehension() => _cursor.Kind is TokenKind.ForKeyword or TokenKind.AsyncKeyword;

    private ComprehensionExpression ParseComprehension(
        SourcePosition position, ComprehensionKind kind, Expression element, Expression? value, TokenKind closing)
    {
        if (element is StarredExpression)
        {
            _cursor.Fail("iterable unpacking cannot be used in comprehension", element.Position);
        }

        var clauses = new ComprehensionParser(_cursor, _expressions).ParseClauses();
        ExpectClosing(closing);
        return new ComprehensionExpression(position, kind, element, value, clauses);
    }

    private void ExpectClosing(TokenKind closing)
    {
        if (ExpressionParser.CanBegin(_cursor.Kind))
        {
            _cursor.Fail("invalid syntax. Perhaps you forgot a comma?", _cursor.LastOperand);
        }

        _cursor.Expect(closing);
    }
}
