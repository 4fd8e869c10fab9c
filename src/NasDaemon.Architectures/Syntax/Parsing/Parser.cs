using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Syntax.Statements;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Turns a source into a syntax tree.</summary>
internal static class Parser
{
    /// <summary>Parses a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="maximumLength">Characters that it may have.</param>
    /// <param name="maximumDepth">How deep it may nest.</param>
    /// <param name="hasPlaces">Whether the tree tells lines and columns; that of the tracer's own library does not.</param>
    /// <returns>The tree, or the first problem.</returns>
    public static ParseOutcome Parse(string source, int maximumLength, int maximumDepth, bool hasPlaces = true)
    {
        var start = new SourcePosition(1, 1);
        if (source.Length > maximumLength)
        {
            var message = $"The source has {source.Length} characters; the limit is {maximumLength}.";
            return new ParseOutcome(null, new SyntaxProblem(FailureClass.LimitExceeded, message, start));
        }

        if (source.Contains('\0', StringComparison.Ordinal))
        {
            return new ParseOutcome(null, new SyntaxProblem(FailureClass.Syntax, "source code string cannot contain null bytes", start));
        }

        using var tokens = Lexer.Tokenize(source, maximumDepth, hasPlaces);
        var cursor = new TokenCursor(tokens, maximumDepth);
        var statements = new StatementParser(cursor, new ExpressionParser(cursor));
        var body = ImmutableArray.CreateBuilder<Statement>();
        while (!cursor.IsAtEnd)
        {
            statements.ParseInto(body);
        }

        if (cursor.Problem is null && cursor.Kind == TokenKind.Error)
        {
            cursor.Fail();
        }

        return (cursor.Problem ?? cursor.LaterProblem) is { } problem ? new ParseOutcome(null, problem) : new ParseOutcome(new SourceModule(body.ToImmutable()), null);
    }
}
