namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>lower:upper:step</c> inside a subscript.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Lower">The start.</param>
/// <param name="Upper">The end.</param>
/// <param name="Step">The step.</param>
internal sealed record SliceExpression(
    SourcePosition Position,
    Expression? Lower,
    Expression? Upper,
    Expression? Step) : Expression(Position);
