namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A prefix operator.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Operator">Which.</param>
/// <param name="Operand">The operand.</param>
internal sealed record UnaryExpression(SourcePosition Position, UnaryOperator Operator, Expression Operand) : Expression(Position);
