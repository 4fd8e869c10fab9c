using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses expressions, weakest operator first.</summary>
internal sealed class ExpressionParser
{
    // A chain of operators of one strength becomes a tree as deep as the chain is long.
    private const int LongestChain = 1_000;

    private readonly TokenCursor _cursor;
    private readonly AtomParser _atoms;
    private readonly ArgumentParser _arguments;
    private readonly ParameterParser _parameters;

    /// <summary>Makes a parser at a cursor.</summary>
    /// <param name="cursor">The cursor.</param>
    public ExpressionParser(TokenCursor cursor)
    {
        _cursor = cursor;
        _atoms = new AtomParser(cursor, this);
        _arguments = new ArgumentParser(cursor, this);
        _parameters = new ParameterParser(cursor, this);
    }

    /// <summary>Parses a sum: an expression without comparisons and bit operators.</summary>
    /// <returns>The expression.</returns>
    public Expression ParseSum() => ParseBinary(5);

    /// <summary>Parses the parameters of a function up to a closing token.</summary>
    /// <param name="end">The closing token, which stays.</param>
    /// <returns>The parameters.</returns>
    public ParameterList ParseParameters(TokenKind end) => _parameters.Parse(end);

    /// <summary>Parses the arguments of a call behind its opening parenthesis.</summary>
    /// <returns>The arguments.</returns>
    public ImmutableArray<CallArgument> ParseArguments() => _arguments.Parse();

    /// <summary>Whether a token can begin an expression.</summary>
    /// <param name="kind">The token.</param>
    /// <returns>True where it can.</returns>
    public static bool CanBegin(TokenKind kind) => kind is TokenKind.Name or TokenKind.Integer or TokenKind.Float or TokenKind.Imaginary
        or TokenKind.Text or TokenKind.NoneKeyword or TokenKind.TrueKeyword or TokenKind.FalseKeyword or TokenKind.Ellipsis
        or TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.LeftBrace or TokenKind.Minus or TokenKind.Plus or TokenKind.Tilde
        or TokenKind.NotKeyword or TokenKind.LambdaKeyword or TokenKind.Star or TokenKind.AwaitKeyword or TokenKind.YieldKeyword;

    /// <summary>Parses one expression, or several separated by commas, which make a tuple; stars and <c>yield</c> allowed.</summary>
    /// <returns>The expression.</returns>
    public Expression ParseList(bool takesNamed = false)
    {
        if (_cursor.Kind == TokenKind.YieldKeyword)
        {
            return ParseYield();
        }

        var position = _cursor.Position;
        var first = ParseItem(takesNamed);
        if (_cursor.Kind != TokenKind.Comma)
        {
            return first;
        }

        var items = ImmutableArray.CreateBuilder<Expression>();
        items.Add(first);
        while (_cursor.Accept(TokenKind.Comma) && CanBegin(_cursor.Kind))
        {
            items.Add(ParseItem(takesNamed));
        }

        return new TupleExpression(position, items.ToImmutable());
    }

    /// <summary>Parses the targets of a loop: no comparison, so that <c>in</c> ends them.</summary>
    /// <returns>The target.</returns>
    public Expression ParseTargets()
    {
        var position = _cursor.Position;
        var first = ParseTarget();
        if (_cursor.Kind != TokenKind.Comma)
        {
            return first;
        }

        var items = ImmutableArray.CreateBuilder<Expression>();
        items.Add(first);
        while (_cursor.Accept(TokenKind.Comma) && _cursor.Kind != TokenKind.InKeyword && CanBegin(_cursor.Kind))
        {
            items.Add(ParseTarget());
        }

        return new TupleExpression(position, items.ToImmutable());
    }

    /// <summary>Parses <c>*operand</c>, or an expression with an optional <c>name :=</c> before it.</summary>
    /// <returns>The expression.</returns>
    public Expression ParseStarOrNamed()
    {
        var position = _cursor.Position;
        return _cursor.Accept(TokenKind.Star) ? new StarredExpression(position, ParseBinary(1)) : ParseNamed();
    }

    /// <summary>Parses an expression with an optional <c>name :=</c> before it.</summary>
    /// <returns>The expression.</returns>
    public Expression ParseNamed()
    {
        if (_cursor.Kind != TokenKind.Name || _cursor.Peek().Kind != TokenKind.Walrus)
        {
            return Parse();
        }

        var position = _cursor.Position;
        var name = _cursor.ExpectName();
        _cursor.Take();
        _cursor.Scope.Bind(name);
        return new NamedExpression(position, name, Parse());
    }

    /// <summary>Parses an expression.</summary>
    /// <returns>The expression.</returns>
    public Expression Parse()
    {
        _cursor.Enter();
        var result = _cursor.Kind == TokenKind.LambdaKeyword ? ParseLambda() : ParseConditional();
        _cursor.Leave();
        return result;
    }

    /// <summary>Parses a disjunction: an expression without <c>if … else</c> and <c>lambda</c>.</summary>
    /// <returns>The expression.</returns>
    public Expression ParseOr()
    {
        var position = _cursor.Position;
        var first = ParseAnd();
        if (_cursor.Kind != TokenKind.OrKeyword)
        {
            return first;
        }

        var operands = ImmutableArray.CreateBuilder<Expression>();
        operands.Add(first);
        while (_cursor.Accept(TokenKind.OrKeyword))
        {
            operands.Add(ParseAnd());
        }

        return new BooleanExpression(position, IsAnd: false, operands.ToImmutable());
    }

    /// <summary>Parses <c>yield</c>.</summary>
    /// <returns>The expression.</returns>
    public Expression ParseYield()
    {
        var position = _cursor.Take().Position;
        if (_cursor.Scope.Kind != ScopeKind.Function)
        {
            _cursor.FailLater("'yield' outside function", position);
        }

        _cursor.Scope.IsGenerator = true;
        _cursor.Enter();
        var isFrom = _cursor.Accept(TokenKind.FromKeyword);
        var value = isFrom ? Parse() : CanBegin(_cursor.Kind) ? ParseList() : null;
        _cursor.Leave();
        return new YieldExpression(position, value, isFrom);
    }

    private Expression ParseItem(bool takesNamed) => takesNamed || _cursor.Kind == TokenKind.Star ? ParseStarOrNamed() : Parse();

    private Expression ParseTarget()
    {
        var position = _cursor.Position;
        return _cursor.Accept(TokenKind.Star) ? new StarredExpression(position, ParseBinary(1)) : ParseBinary(1);
    }

    private Expression ParseConditional()
    {
        var position = _cursor.Position;
        var then = ParseOr();
        _cursor.LastOperand = position;
        if (!_cursor.Accept(TokenKind.IfKeyword))
        {
            return then;
        }

        var condition = ParseOr();
        _cursor.Expect(TokenKind.ElseKeyword, "expected 'else' after 'if' expression");
        return new ConditionalExpression(position, condition, then, Parse());
    }

    private LambdaExpression ParseLambda()
    {
        var position = _cursor.Take().Position;
        var scope = _cursor.OpenScope(ScopeKind.Function);
        var parameters = _parameters.Parse(TokenKind.Colon);
        _cursor.Expect(TokenKind.Colon);
        var body = Parse();
        _cursor.CloseScope();
        return new LambdaExpression(position, parameters, scope.Build(), body);
    }

    private Expression ParseAnd()
    {
        var position = _cursor.Position;
        var first = ParseNot();
        if (_cursor.Kind != TokenKind.AndKeyword)
        {
            return first;
        }

        var operands = ImmutableArray.CreateBuilder<Expression>();
        operands.Add(first);
        while (_cursor.Accept(TokenKind.AndKeyword))
        {
            operands.Add(ParseNot());
        }

        return new BooleanExpression(position, IsAnd: true, operands.ToImmutable());
    }

    private Expression ParseNot()
    {
        var position = _cursor.Position;
        if (!_cursor.Accept(TokenKind.NotKeyword))
        {
            return ParseComparison();
        }

        _cursor.Enter();
        var operand = ParseNot();
        _cursor.Leave();
        return new UnaryExpression(position, UnaryOperator.Not, operand);
    }

    private Expression ParseComparison()
    {
        var position = _cursor.Position;
        var first = ParseBinary(1);
        if (TakeComparison() is not { } comparison)
        {
            return first;
        }

        var links = ImmutableArray.CreateBuilder<ComparisonLink>();
        for (ComparisonOperator? next = comparison; next is { } current; next = TakeComparison())
        {
            links.Add(new ComparisonLink(current, ParseBinary(1)));
        }

        return new ComparisonExpression(position, first, links.ToImmutable());
    }

    private ComparisonOperator? TakeComparison()
    {
        ComparisonOperator? found = _cursor.Kind switch
        {
            TokenKind.Equal => ComparisonOperator.Equal,
            TokenKind.NotEqual => ComparisonOperator.NotEqual,
            TokenKind.Less => ComparisonOperator.Less,
            TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
            TokenKind.Greater => ComparisonOperator.Greater,
            TokenKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
            TokenKind.InKeyword => ComparisonOperator.In,
            TokenKind.IsKeyword => ComparisonOperator.Is,
            TokenKind.NotKeyword when _cursor.Peek().Kind == TokenKind.InKeyword => ComparisonOperator.NotIn,
            _ => null,
        };
        if (found is null)
        {
            return null;
        }

        _cursor.Take();
        if (found == ComparisonOperator.NotIn)
        {
            _cursor.Take();
        }

        return found == ComparisonOperator.Is && _cursor.Accept(TokenKind.NotKeyword) ? ComparisonOperator.IsNot : found;
    }

    private Expression ParseBinary(int weakest)
    {
        var position = _cursor.Position;
        var left = ParseUnary();
        for (var length = 0; ; length++)
        {
            var (found, strength) = BinaryPrecedence.Of(_cursor.Kind);
            if (strength < weakest || strength == 0)
            {
                return left;
            }

            CheckChain(length);
            _cursor.Take();
            left = new BinaryExpression(position, found, left, ParseBinary(strength + 1));
        }
    }

    private Expression ParseUnary()
    {
        UnaryOperator? found = _cursor.Kind switch
        {
            TokenKind.Minus => UnaryOperator.Negate,
            TokenKind.Plus => UnaryOperator.Plus,
            TokenKind.Tilde => UnaryOperator.Invert,
            _ => null,
        };
        if (found is not { } unary)
        {
            return ParsePower();
        }

        var position = _cursor.Take().Position;
        _cursor.Enter();
        var operand = ParseUnary();
        _cursor.Leave();
        return new UnaryExpression(position, unary, operand);
    }

    private Expression ParsePower()
    {
        var position = _cursor.Position;
        if (_cursor.Kind == TokenKind.AwaitKeyword)
        {
            _cursor.FailUnsupported("await");
        }

        var left = ParsePostfix();
        if (!_cursor.Accept(TokenKind.DoubleStar))
        {
            return left;
        }

        _cursor.Enter();
        var right = ParseUnary();
        _cursor.Leave();
        return new BinaryExpression(position, BinaryOperator.Power, left, right);
    }

    private Expression ParsePostfix()
    {
        var position = _cursor.Position;
        var result = _atoms.Parse();
        for (var length = 0; ; length++)
        {
            CheckChain(length);
            if (_cursor.Accept(TokenKind.Dot))
            {
                var name = _cursor.Position;
                result = new AttributeExpression(name.Line == position.Line ? position : name, result, _cursor.ExpectName());
            }
            else if (_cursor.Accept(TokenKind.LeftParenthesis))
            {
                // Python tells the place of a call that is chained over several lines by the name of the method.
                result = new CallExpression(result is AttributeExpression ? result.Position : position, result, _arguments.Parse());
            }
            else if (_cursor.Accept(TokenKind.LeftBracket))
            {
                result = new SubscriptExpression(position, result, _arguments.ParseSubscript());
            }
            else
            {
                return result;
            }
        }
    }

    private void CheckChain(int length)
    {
        if (length > LongestChain)
        {
            var message = $"An expression chains more than {LongestChain} operators.";
            _cursor.Fail(new SyntaxProblem(FailureClass.LimitExceeded, message, _cursor.Position));
        }
    }
}
