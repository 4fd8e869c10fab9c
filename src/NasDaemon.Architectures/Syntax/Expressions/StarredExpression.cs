namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>*operand</c> in a display, a call or a target.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Operand">What is spread.</param>
internal sealed record StarredExpression(SourcePosition Position, Expression Operand) : Expression(Position);
