using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses the parameters of functions and lambdas, and binds them in the scope at the cursor.</summary>
/// <param name="cursor">The cursor.</param>
/// <param name="expressions">Parses defaults and annotations.</param>
internal sealed class ParameterParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary>Parses parameters.</summary>
    /// <param name="end">The token behind the last, which stays.</param>
    /// <returns>The parameters.</returns>
    public ParameterList Parse(TokenKind end)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        var annotations = new List<Expression>();
        var kind = ParameterKind.Standard;
        var hasDefault = false;
        while (!cursor.IsAtEnd && cursor.Kind != end)
        {
            if (cursor.Accept(TokenKind.Slash))
            {
                MakePositionalOnly(parameters);
            }
            else if (cursor.Accept(TokenKind.Star))
            {
                kind = ParameterKind.KeywordOnly;
                AddStar(parameters, annotations, end);
            }
            else if (cursor.Accept(TokenKind.DoubleStar))
            {
                Add(parameters, annotations, ParameterKind.DoubleStar, end, ref hasDefault);
            }
            else
            {
                Add(parameters, annotations, kind, end, ref hasDefault);
            }

            if (!cursor.Accept(TokenKind.Comma))
            {
                break;
            }
        }

        return new ParameterList(parameters.ToImmutable(), AnnotationNames.Of(annotations));
    }

    private void AddStar(ImmutableArray<Parameter>.Builder parameters, List<Expression> annotations, TokenKind end)
    {
        if (cursor.Kind == TokenKind.Comma)
        {
            if (cursor.Peek().Kind == end)
            {
                cursor.Fail("named arguments must follow bare *");
            }

            return;
        }

        var none = false;
        Add(parameters, annotations, ParameterKind.Star, end, ref none);
    }

    private void Add(ImmutableArray<Parameter>.Builder parameters, List<Expression> annotations, ParameterKind kind, TokenKind end, ref bool hasDefault)
    {
        var position = cursor.Position;
        var name = cursor.ExpectName();
        if (!cursor.Scope.Bind(name))
        {
            cursor.FailLater($"duplicate argument '{name}' in function definition", position, isAboutNames: true);
        }

        if (end != TokenKind.Colon && cursor.Accept(TokenKind.Colon))
        {
            annotations.Add(expressions.ParseStarOrNamed());
        }

        var value = cursor.Accept(TokenKind.Assign) ? expressions.Parse() : null;
        if (value is null && hasDefault && kind == ParameterKind.Standard)
        {
            cursor.Fail("non-default argument follows default argument", position);
        }

        hasDefault |= value is not null && kind == ParameterKind.Standard;
        parameters.Add(new Parameter(name, kind, value));
    }

    private void MakePositionalOnly(ImmutableArray<Parameter>.Builder parameters)
    {
        if (parameters.Count == 0)
        {
            cursor.Fail("at least one argument must precede /");
        }

        for (var index = 0; index < parameters.Count; index++)
        {
            parameters[index] = parameters[index] with { Kind = ParameterKind.PositionalOnly };
        }
    }
}
