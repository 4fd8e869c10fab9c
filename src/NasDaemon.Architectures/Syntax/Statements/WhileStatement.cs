using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>while</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Condition">What keeps it going.</param>
/// <param name="Body">The loop.</param>
/// <param name="Otherwise">What runs unless the loop was broken.</param>
internal sealed record WhileStatement(
    SourcePosition Position,
    Expression Condition,
    ImmutableArray<Statement> Body,
    ImmutableArray<Statement> Otherwise) : Statement(Position);
