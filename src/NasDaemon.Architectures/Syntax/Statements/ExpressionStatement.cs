using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary>An expression on its own.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">The expression.</param>
internal sealed record ExpressionStatement(SourcePosition Position, Expression Value) : Statement(Position);
