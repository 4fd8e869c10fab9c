using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>assert</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Condition">What must hold.</param>
/// <param name="Message">What is said otherwise.</param>
internal sealed record AssertStatement(SourcePosition Position, Expression Condition, Expression? Message) : Statement(Position);
