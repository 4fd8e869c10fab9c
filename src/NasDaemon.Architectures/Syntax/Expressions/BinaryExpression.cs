namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>An arithmetic or bitwise operator.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Operator">Which.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
internal sealed record BinaryExpression(
    SourcePosition Position,
    BinaryOperator Operator,
    Expression Left,
    Expression Right) : Expression(Position);
