using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Syntax.Statements;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses <c>match</c>.</summary>
/// <param name="cursor">The tokens.</param>
/// <param name="expressions">Parses subjects and guards.</param>
/// <param name="statements">Parses blocks.</param>
internal sealed class MatchParser(TokenCursor cursor, ExpressionParser expressions, StatementParser statements)
{
    private readonly PatternParser _patterns = new(cursor, expressions);

    /// <summary>Whether a statement begins here: "match" is a name everywhere but at the head of a block of cases.</summary>
    /// <returns>True where it does.</returns>
    public bool IsHere()
    {
        if (cursor.Current.Text != "match" || !ExpressionParser.CanBegin(cursor.Peek().Kind))
        {
            return false;
        }

        var distance = 1;
        while (cursor.Peek(distance).Kind is not (TokenKind.NewLine or TokenKind.End or TokenKind.Error))
        {
            distance++;
        }

        return cursor.Peek(distance - 1).Kind == TokenKind.Colon
            && cursor.Peek(distance + 1).Kind == TokenKind.Indent
            && cursor.Peek(distance + 2).Text == "case";
    }

    /// <summary>Parses the statement.</summary>
    /// <returns>The statement.</returns>
    public MatchStatement Parse()
    {
        var position = cursor.Take().Position;
        var subject = expressions.ParseList(takesNamed: true);
        cursor.Expect(TokenKind.Colon);
        cursor.Expect(TokenKind.NewLine);
        cursor.Expect(TokenKind.Indent);
        cursor.Enter();
        var cases = ImmutableArray.CreateBuilder<MatchCase>();
        while (!cursor.IsAtEnd && cursor.Kind != TokenKind.Dedent)
        {
            if (cursor.Current.Text != "case")
            {
                cursor.Fail();
                break;
            }

            var line = cursor.Take().Position.Line;
            var pattern = _patterns.Parse();
            var guard = cursor.Accept(TokenKind.IfKeyword) ? expressions.ParseNamed() : null;
            cases.Add(new MatchCase(pattern, guard, statements.ParseBlock("'case' statement", line)));
        }

        cursor.Leave();
        cursor.Accept(TokenKind.Dedent);
        return new MatchStatement(position, subject, cases.ToImmutable());
    }
}
