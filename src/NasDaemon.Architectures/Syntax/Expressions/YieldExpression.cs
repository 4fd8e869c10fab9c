namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>yield</c> or <c>yield from</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">What is yielded.</param>
/// <param name="IsFrom">True for <c>yield from</c>.</param>
internal sealed record YieldExpression(SourcePosition Position, Expression? Value, bool IsFrom) : Expression(Position);
