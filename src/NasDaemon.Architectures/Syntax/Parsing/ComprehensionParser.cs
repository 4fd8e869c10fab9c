using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses the loops of comprehensions.</summary>
/// <param name="cursor">The cursor.</param>
/// <param name="expressions">Parses what the loops hold.</param>
internal sealed class ComprehensionParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary>Parses the loops at the cursor.</summary>
    /// <returns>The loops, outermost first.</returns>
    public ImmutableArray<ComprehensionClause> ParseClauses()
    {
        var clauses = ImmutableArray.CreateBuilder<ComprehensionClause>();
        while (cursor.Kind is TokenKind.ForKeyword or TokenKind.AsyncKeyword)
        {
            if (cursor.Kind == TokenKind.AsyncKeyword)
            {
                cursor.FailUnsupported("asynchronous comprehensions");
            }

            cursor.Take();
            var target = expressions.ParseTargets();
            TargetChecker.CheckAssignable(cursor, target);
            cursor.Expect(TokenKind.InKeyword);
            var items = expressions.ParseOr();
            var conditions = ImmutableArray.CreateBuilder<Expression>();
            while (cursor.Accept(TokenKind.IfKeyword))
            {
                conditions.Add(expressions.ParseOr());
            }

            clauses.Add(new ComprehensionClause(target, items, conditions.ToImmutable()));
        }

        return clauses.ToImmutable();
    }
}
