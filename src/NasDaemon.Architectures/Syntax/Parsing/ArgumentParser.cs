using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses what stands in the brackets behind a callee or a container.</summary>
/// <param name="cursor">The cursor.</param>
/// <param name="expressions">Parses the values.</param>
internal sealed class ArgumentParser(TokenCursor cursor, ExpressionParser expressions)
{
    // From here on a look at every earlier argument would take too long.
    private const int ManyArguments = 16;

    // Those of the calls that are being parsed, the innermost last: how many a call has is known at its end only.
    private readonly List<CallArgument> _open = [];

    /// <summary>Parses arguments behind the opening parenthesis, the closing one included.</summary>
    /// <returns>The arguments.</returns>
    public ImmutableArray<CallArgument> Parse()
    {
        if (cursor.Accept(TokenKind.RightParenthesis))
        {
            return [];
        }

        var first = _open.Count;
        HashSet<string>? names = null;
        var hasKeyword = false;
        while (!cursor.IsAtEnd && cursor.Kind != TokenKind.RightParenthesis)
        {
            var position = cursor.Position;
            var argument = ParseOne(first, ref names);
            if (argument.Kind == CallArgumentKind.Positional && hasKeyword)
            {
                cursor.Fail("positional argument follows keyword argument", position);
            }

            hasKeyword |= argument.Kind is CallArgumentKind.Keyword or CallArgumentKind.DoubleStar;
            _open.Add(argument);
            if (!cursor.Accept(TokenKind.Comma))
            {
                break;
            }
        }

        ExpectClosing(TokenKind.RightParenthesis);
        var arguments = ImmutableArray.Create(CollectionsMarshal.AsSpan(_open)[first..]);
        _open.RemoveRange(first, arguments.Length);
        return arguments;
    }

    /// <summary>Parses an index behind the opening bracket, the closing one included.</summary>
    /// <returns>The index.</returns>
    public Expression ParseSubscript()
    {
        var position = cursor.Position;
        var first = ParseSlice();
        if (cursor.Kind != TokenKind.Comma)
        {
            ExpectClosing(TokenKind.RightBracket);
            return first;
        }

        var items = ImmutableArray.CreateBuilder<Expression>();
        items.Add(first);
        while (cursor.Accept(TokenKind.Comma) && cursor.Kind != TokenKind.RightBracket && !cursor.IsAtEnd)
        {
            items.Add(ParseSlice());
        }

        ExpectClosing(TokenKind.RightBracket);
        return new TupleExpression(position, items.ToImmutable());
    }

    private CallArgument ParseOne(int first, ref HashSet<string>? names)
    {
        if (cursor.Accept(TokenKind.Star))
        {
            return new CallArgument(CallArgumentKind.Star, null, expressions.Parse());
        }

        if (cursor.Accept(TokenKind.DoubleStar))
        {
            return new CallArgument(CallArgumentKind.DoubleStar, null, expressions.Parse());
        }

        if (cursor.Kind == TokenKind.Name && cursor.Peek().Kind == TokenKind.Assign)
        {
            var position = cursor.Position;
            var name = cursor.ExpectName();
            if (IsRepeated(name, first, ref names))
            {
                cursor.FailLater($"keyword argument repeated: {name}", position);
            }

            cursor.Take();
            return new CallArgument(CallArgumentKind.Keyword, name, expressions.Parse());
        }

        var value = expressions.ParseNamed();
        if (cursor.Kind == TokenKind.ForKeyword)
        {
            value = ParseGenerator(value, _open.Count == first);
        }
        else if (cursor.Kind == TokenKind.Assign)
        {
            cursor.Fail("expression cannot contain assignment, perhaps you meant \"==\"?", value.Position);
        }

        return new CallArgument(CallArgumentKind.Positional, null, value);
    }

    private bool IsRepeated(string name, int first, ref HashSet<string>? names)
    {
        var earlier = CollectionsMarshal.AsSpan(_open)[first..];
        if (earlier.Length >= ManyArguments)
        {
            names ??= [.. _open.Skip(first).Select(argument => argument.Name).OfType<string>()];
            return !names.Add(name);
        }

        foreach (var argument in earlier)
        {
            if (argument.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private ComprehensionExpression ParseGenerator(Expression element, bool isFirst)
    {
        var clauses = new ComprehensionParser(cursor, expressions).ParseClauses();
        if (!isFirst || (cursor.Kind == TokenKind.Comma && cursor.Peek().Kind != TokenKind.RightParenthesis))
        {
            cursor.Fail("Generator expression must be parenthesized", element.Position);
        }

        return new ComprehensionExpression(element.Position, ComprehensionKind.Generator, element, null, clauses);
    }

    private Expression ParseSlice()
    {
        var position = cursor.Position;
        var lower = cursor.Kind == TokenKind.Colon ? null : expressions.ParseStarOrNamed();
        if (!cursor.Accept(TokenKind.Colon))
        {
            return lower!;
        }

        var upper = ParseBound();
        var step = cursor.Accept(TokenKind.Colon) ? ParseBound() : null;
        return new SliceExpression(position, lower, upper, step);
    }

    private Expression? ParseBound() =>
        cursor.Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.RightBracket ? null : expressions.Parse();

    private void ExpectClosing(TokenKind closing)
    {
        if (ExpressionParser.CanBegin(cursor.Kind))
        {
            cursor.Fail("invalid syntax. Perhaps you forgot a comma?", cursor.LastOperand);
        }

        cursor.Expect(closing);
    }
}
