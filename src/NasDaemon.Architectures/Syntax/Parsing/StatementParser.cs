using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Syntax.Statements;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses statements: those with blocks here or in <see cref="DefinitionParser"/>, the others in <see cref="SimpleStatementParser"/>.</summary>
internal sealed class StatementParser
{
    private readonly TokenCursor _cursor;
    private readonly ExpressionParser _expressions;
    private readonly SimpleStatementParser _simple;
    private readonly DefinitionParser _definitions;
    private readonly MatchParser _matches;

    /// <summary>Makes a parser at a cursor.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="expressions">Parses expressions at the same cursor.</param>
    public StatementParser(TokenCursor cursor, ExpressionParser expressions)
    {
        (_cursor, _expressions) = (cursor, expressions);
        _simple = new SimpleStatementParser(cursor, expressions);
        _definitions = new DefinitionParser(cursor, expressions, this);
        _matches = new MatchParser(cursor, expressions, this);
    }

    /// <summary>Parses a statement with a block, or a line of simple ones.</summary>
    /// <param name="target">Takes the statements.</param>
    public void ParseInto(ImmutableArray<Statement>.Builder target)
    {
        switch (_cursor.Kind)
        {
            case TokenKind.NewLine:
                _cursor.Take();
                break;
            case TokenKind.Indent:
                _cursor.Fail(new SyntaxProblem(FailureClass.Syntax, "unexpected indent", _cursor.Position));
                break;
            case TokenKind.IfKeyword:
                target.Add(ParseIf());
                break;
            case TokenKind.ForKeyword:
                target.Add(ParseFor());
                break;
            case TokenKind.WhileKeyword:
                target.Add(ParseWhile());
                break;
            case TokenKind.TryKeyword:
                target.Add(ParseTry());
                break;
            case TokenKind.WithKeyword:
                target.Add(ParseWith());
                break;
            case TokenKind.DefKeyword or TokenKind.ClassKeyword or TokenKind.At:
                target.Add(_definitions.Parse());
                break;
            case TokenKind.AsyncKeyword:
                _cursor.FailUnsupported("async");
                break;
            case TokenKind.Name when _matches.IsHere():
                target.Add(_matches.Parse());
                break;
            default:
                _simple.ParseLine(target);
                break;
        }
    }

    /// <summary>Parses a block behind its colon, or the simple statements on the same line.</summary>
    /// <param name="owner">What it belongs to, in Python's words, e.g. <c>'if' statement</c>.</param>
    /// <param name="line">The line where that begins.</param>
    /// <returns>The statements.</returns>
    public ImmutableArray<Statement> ParseBlock(string owner, int line)
    {
        var isCertain = _cursor.Kind == TokenKind.NewLine || owner is "function definition" or "'for' statement" or "'else' statement" or "'try' statement";
        _cursor.Expect(TokenKind.Colon, isCertain ? "expected ':'" : SyntaxProblem.Generic);
        var body = ImmutableArray.CreateBuilder<Statement>();
        if (_cursor.Kind != TokenKind.NewLine)
        {
            _simple.ParseLine(body);
            return body.ToImmutable();
        }

        _cursor.Take();
        _cursor.Expect(TokenKind.Indent, $"expected an indented block after {owner} on line {line}");
        _cursor.Enter();
        while (!_cursor.IsAtEnd && _cursor.Kind != TokenKind.Dedent)
        {
            ParseInto(body);
        }

        _cursor.Leave();
        _cursor.Accept(TokenKind.Dedent);
        return body.ToImmutable();
    }

    private IfStatement ParseIf()
    {
        var branches = new List<(SourcePosition Position, Expression Condition, ImmutableArray<Statement> Body)>();
        var word = "'if' statement";
        do
        {
            var position = _cursor.Take().Position;
            var condition = _expressions.ParseNamed();
            CheckNoAssignment();
            branches.Add((position, condition, ParseBlock(word, position.Line)));
            word = "'elif' statement";
        }
        while (_cursor.Kind == TokenKind.ElifKeyword);

        var otherwise = ParseElse();
        for (var index = branches.Count - 1; index > 0; index--)
        {
            var (position, condition, body) = branches[index];
            otherwise = [new IfStatement(position, condition, body, otherwise)];
        }

        return new IfStatement(branches[0].Position, branches[0].Condition, branches[0].Body, otherwise);
    }

    private void CheckNoAssignment()
    {
        if (_cursor.Kind == TokenKind.Assign)
        {
            _cursor.Fail("invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
    }

    private ImmutableArray<Statement> ParseElse()
    {
        var line = _cursor.Position.Line;
        return _cursor.Accept(TokenKind.ElseKeyword) ? ParseBlock("'else' statement", line) : [];
    }

    private WhileStatement ParseWhile()
    {
        var position = _cursor.Take().Position;
        var condition = _expressions.ParseNamed();
        CheckNoAssignment();
        var body = ParseLoop("'while' statement", position.Line);
        return new WhileStatement(position, condition, body, ParseElse());
    }

    private ForStatement ParseFor()
    {
        var position = _cursor.Take().Position;
        var target = _expressions.ParseTargets();
        TargetChecker.CheckAssignable(_cursor, target);
        _cursor.Scope.Bind(target);
        _cursor.Expect(TokenKind.InKeyword);
        var items = _expressions.ParseList();
        var body = ParseLoop("'for' statement", position.Line);
        return new ForStatement(position, target, items, body, ParseElse());
    }

    private ImmutableArray<Statement> ParseLoop(string owner, int line)
    {
        var scope = _cursor.Scope;
        scope.Loops++;
        var body = ParseBlock(owner, line);
        scope.Loops--;
        return body;
    }

    private TryStatement ParseTry()
    {
        var position = _cursor.Take().Position;
        var body = ParseBlock("'try' statement", position.Line);
        var handlers = ImmutableArray.CreateBuilder<ExceptionHandler>();
        while (_cursor.Kind == TokenKind.ExceptKeyword)
        {
            handlers.Add(ParseHandler());
        }

        var otherwise = handlers.Count > 0 ? ParseElse() : [];
        var line = _cursor.Position.Line;
        var hasFinally = _cursor.Accept(TokenKind.FinallyKeyword);
        var last = hasFinally ? ParseBlock("'finally' statement", line) : [];
        if (handlers.Count == 0 && !hasFinally)
        {
            _cursor.Fail("expected 'except' or 'finally' block");
        }

        return new TryStatement(position, body, handlers.ToImmutable(), otherwise, last);
    }

    private ExceptionHandler ParseHandler()
    {
        var position = _cursor.Take().Position;
        if (_cursor.Kind == TokenKind.Star)
        {
            _cursor.FailUnsupported("exception groups");
        }

        var type = _cursor.Kind == TokenKind.Colon ? null : _expressions.Parse();
        if (_cursor.Kind == TokenKind.Comma)
        {
            _cursor.Fail("multiple exception types must be parenthesized");
        }

        string? name = null;
        if (_cursor.Accept(TokenKind.AsKeyword))
        {
            name = _cursor.ExpectName();
            _cursor.Scope.Bind(name);
        }

        return new ExceptionHandler(position, type, name, ParseBlock("'except' statement", position.Line));
    }

    private WithStatement ParseWith()
    {
        var position = _cursor.Take().Position;
        var isWrapped = IsWrappedWith();
        if (isWrapped)
        {
            _cursor.Take();
        }

        var items = ImmutableArray.CreateBuilder<ContextItem>();
        do
        {
            items.Add(ParseContext());
        }
        while (_cursor.Accept(TokenKind.Comma) && _cursor.Kind != TokenKind.RightParenthesis);

        if (isWrapped)
        {
            _cursor.Expect(TokenKind.RightParenthesis);
        }

        return new WithStatement(position, items.ToImmutable(), ParseBlock("'with' statement", position.Line));
    }

    // Parentheses around several managers end right before the colon; those of an expression may not.
    private bool IsWrappedWith()
    {
        if (_cursor.Kind != TokenKind.LeftParenthesis)
        {
            return false;
        }

        var (open, distance) = (1, 1);
        for (; open > 0; distance++)
        {
            switch (_cursor.Peek(distance).Kind)
            {
                case TokenKind.LeftParenthesis:
                    open++;
                    break;
                case TokenKind.RightParenthesis:
                    open--;
                    break;
                case TokenKind.End or TokenKind.Error:
                    return false;
            }
        }

        return _cursor.Peek(distance).Kind == TokenKind.Colon;
    }

    private ContextItem ParseContext()
    {
        var manager = _expressions.Parse();
        if (!_cursor.Accept(TokenKind.AsKeyword))
        {
            return new ContextItem(manager, null);
        }

        var target = _expressions.ParseStarOrNamed();
        TargetChecker.CheckAssignable(_cursor, target);
        _cursor.Scope.Bind(target);
        return new ContextItem(manager, target);
    }
}
