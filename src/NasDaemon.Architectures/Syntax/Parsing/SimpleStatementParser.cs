using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Lexing;
using NasDaemon.Architectures.Syntax.Statements;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>Parses statements without a block.</summary>
/// <param name="cursor">The cursor.</param>
/// <param name="expressions">Parses expressions.</param>
internal sealed class SimpleStatementParser(TokenCursor cursor, ExpressionParser expressions)
{
    private readonly ImportParser _imports = new(cursor);

    /// <summary>Parses a line of statements separated by semicolons.</summary>
    /// <param name="target">Takes the statements.</param>
    public void ParseLine(ImmutableArray<Statement>.Builder target)
    {
        do
        {
            target.Add(Parse());
        }
        while (cursor.Accept(TokenKind.Semicolon) && cursor.Kind != TokenKind.NewLine && !cursor.IsAtEnd);

        if (!cursor.Accept(TokenKind.NewLine))
        {
            cursor.Fail(LineEndMessage(target[^1]));
        }
    }

    private string LineEndMessage(Statement last) =>
        last is ExpressionStatement { Value: NameExpression { Name: "print" or "exec" } name } && ExpressionParser.CanBegin(cursor.Kind)
            ? $"Missing parentheses in call to '{name.Name}'. Did you mean {name.Name}(...)?"
            : SyntaxProblem.Generic;

    private Statement Parse()
    {
        var position = cursor.Position;
        switch (cursor.Kind)
        {
            case TokenKind.PassKeyword:
                cursor.Take();
                return new PassStatement(position);
            case TokenKind.BreakKeyword:
                RequireLoop("'break' outside loop");
                return new BreakStatement(position);
            case TokenKind.ContinueKeyword:
                RequireLoop("'continue' not properly in loop");
                return new ContinueStatement(position);
            case TokenKind.ReturnKeyword:
                return ParseReturn();
            case TokenKind.DelKeyword:
                return ParseDelete();
            case TokenKind.RaiseKeyword:
                return ParseRaise();
            case TokenKind.AssertKeyword:
                return ParseAssert();
            case TokenKind.GlobalKeyword:
                return new GlobalStatement(position, ParseDeclaration(isGlobal: true));
            case TokenKind.NonlocalKeyword:
                return new NonlocalStatement(position, ParseDeclaration(isGlobal: false));
            case TokenKind.ImportKeyword:
                return _imports.ParseImport();
            case TokenKind.FromKeyword:
                return _imports.ParseFrom();
            default:
                return ParseExpression();
        }
    }

    private void RequireLoop(string message)
    {
        if (cursor.Scope.Loops == 0)
        {
            cursor.FailLater(message, cursor.Position);
        }

        cursor.Take();
    }

    private ReturnStatement ParseReturn()
    {
        var position = cursor.Position;
        if (cursor.Scope.Kind != ScopeKind.Function)
        {
            cursor.FailLater("'return' outside function", position);
        }

        cursor.Take();
        return new ReturnStatement(position, IsLineEnd() ? null : expressions.ParseList());
    }

    private DeleteStatement ParseDelete()
    {
        var position = cursor.Take().Position;
        var target = expressions.ParseList();
        TargetChecker.CheckDeletable(cursor, target);
        cursor.Scope.Bind(target);
        return new DeleteStatement(position, target is TupleExpression tuple ? tuple.Items : [target]);
    }

    private RaiseStatement ParseRaise()
    {
        var position = cursor.Take().Position;
        if (IsLineEnd())
        {
            return new RaiseStatement(position, null, null);
        }

        var exception = expressions.Parse();
        return new RaiseStatement(position, exception, cursor.Accept(TokenKind.FromKeyword) ? expressions.Parse() : null);
    }

    private AssertStatement ParseAssert()
    {
        var position = cursor.Take().Position;
        var condition = expressions.Parse();
        return new AssertStatement(position, condition, cursor.Accept(TokenKind.Comma) ? expressions.Parse() : null);
    }

    private ImmutableArray<string> ParseDeclaration(bool isGlobal)
    {
        cursor.Take();
        var names = ImmutableArray.CreateBuilder<string>();
        do
        {
            var name = cursor.ExpectName();
            cursor.Scope.Declare(name, isGlobal);
            names.Add(name);
        }
        while (cursor.Accept(TokenKind.Comma));

        return names.ToImmutable();
    }

    private Statement ParseExpression()
    {
        var position = cursor.Position;
        var first = expressions.ParseList();
        if (cursor.Kind == TokenKind.Assign)
        {
            return ParseAssignment(position, first);
        }

        if (cursor.Accept(TokenKind.Colon))
        {
            return ParseAnnotation(position, first);
        }

        if (BinaryPrecedence.OfAssignment(cursor.Kind) is not { } found)
        {
            return new ExpressionStatement(position, first);
        }

        TargetChecker.CheckAugmentable(cursor, first);
        cursor.Scope.Bind(first);
        cursor.Take();
        return new AugmentedAssignment(position, first, found, expressions.ParseList());
    }

    private AssignmentStatement ParseAssignment(SourcePosition position, Expression first)
    {
        var targets = ImmutableArray.CreateBuilder<Expression>(initialCapacity: 1);
        var value = first;
        while (cursor.Accept(TokenKind.Assign))
        {
            TargetChecker.CheckAssignable(cursor, value);
            cursor.Scope.Bind(value);
            targets.Add(value);
            value = expressions.ParseList();
        }

        return new AssignmentStatement(position, targets.DrainToImmutable(), value);
    }

    private AnnotatedAssignment ParseAnnotation(SourcePosition position, Expression target)
    {
        TargetChecker.CheckAnnotatable(cursor, target);
        cursor.Scope.Bind(target);
        var annotation = expressions.Parse();
        return new AnnotatedAssignment(position, target, annotation, cursor.Accept(TokenKind.Assign) ? expressions.ParseList() : null);
    }

    private bool IsLineEnd() => cursor.Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.End;
}
