using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>target += value</c> and its like.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Target">A name, attribute or subscript.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Value">The right operand.</param>
internal sealed record AugmentedAssignment(
    SourcePosition Position,
    Expression Target,
    BinaryOperator Operator,
    Expression Value) : Statement(Position);
