using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Syntax.Statements;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses functions and classes with their decorators.</summary>
/// <param name="cursor">The cursor.</param>
/// <param name="expressions">Parses expressions.</param>
/// <param name="statements">Parses blocks.</param>
internal sealed class DefinitionParser(TokenCursor cursor, ExpressionParser expressions, StatementParser statements)
{
    /// <summary>Parses the definition at the cursor.</summary>
    /// <returns>The statement.</returns>
    public Statement Parse()
    {
        var decorators = ImmutableArray.CreateBuilder<Expression>();
        while (cursor.Accept(TokenKind.At))
        {
            decorators.Add(expressions.ParseNamed());
            cursor.Expect(TokenKind.NewLine);
        }

        switch (cursor.Kind)
        {
            case TokenKind.DefKeyword:
                return ParseFunction(decorators.ToImmutable());
            case TokenKind.ClassKeyword:
                return ParseClass(decorators.ToImmutable());
            case TokenKind.AsyncKeyword:
                cursor.FailUnsupported("async");
                break;
            default:
                cursor.Fail();
                break;
        }

        return new PassStatement(cursor.Position);
    }

    private FunctionDefinition ParseFunction(ImmutableArray<Expression> decorators)
    {
        var position = cursor.Take().Position;
        var name = cursor.ExpectName();
        cursor.Scope.Bind(name);
        var scope = cursor.OpenScope(ScopeKind.Function);
        cursor.Expect(TokenKind.LeftParenthesis, "expected '('");
        var parameters = expressions.ParseParameters(TokenKind.RightParenthesis);
        cursor.Expect(TokenKind.RightParenthesis);
        if (cursor.Accept(TokenKind.Arrow))
        {
            var names = parameters.AnnotationNames.AddRange(AnnotationNames.Of([expressions.Parse()]));
            parameters = parameters with { AnnotationNames = names };
        }

        var body = statements.ParseBlock("function definition", position.Line);
        cursor.CloseScope();
        return new FunctionDefinition(position, name, parameters, body, decorators, scope.Build());
    }

    private ClassDefinition ParseClass(ImmutableArray<Expression> decorators)
    {
        var position = cursor.Take().Position;
        var name = cursor.ExpectName();
        cursor.Scope.Bind(name);
        var bases = cursor.Accept(TokenKind.LeftParenthesis) ? expressions.ParseArguments() : [];
        cursor.OpenScope(ScopeKind.Class);
        var body = statements.ParseBlock("class definition", position.Line);
        cursor.CloseScope();
        return new ClassDefinition(position, name, bases, body, decorators);
    }
}
