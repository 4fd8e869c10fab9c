namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>then if condition else otherwise</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Condition">What decides.</param>
/// <param name="Then">The value if true.</param>
/// <param name="Otherwise">The value if false.</param>
internal sealed record ConditionalExpression(
    SourcePosition Position,
    Expression Condition,
    Expression Then,
    Expression Otherwise) : Expression(Position);
