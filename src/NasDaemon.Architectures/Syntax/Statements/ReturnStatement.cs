using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>return</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">The value; <c>None</c> where left out.</param>
internal sealed record ReturnStatement(SourcePosition Position, Expression? Value) : Statement(Position);
