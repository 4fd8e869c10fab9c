using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>if</c>; <c>elif</c> is an <c>if</c> in the else branch.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Condition">What decides.</param>
/// <param name="Then">The statements if true.</param>
/// <param name="Otherwise">The statements if false; empty without <c>else</c>.</param>
internal sealed record IfStatement(
    SourcePosition Position,
    Expression Condition,
    ImmutableArray<Statement> Then,
    ImmutableArray<Statement> Otherwise) : Statement(Position);
