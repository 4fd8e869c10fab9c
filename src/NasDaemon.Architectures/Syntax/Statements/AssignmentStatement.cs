using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>a = b = value</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Targets">The targets, leftmost first.</param>
/// <param name="Value">The value.</param>
internal sealed record AssignmentStatement(
    SourcePosition Position,
    ImmutableArray<Expression> Targets,
    Expression Value) : Statement(Position);
