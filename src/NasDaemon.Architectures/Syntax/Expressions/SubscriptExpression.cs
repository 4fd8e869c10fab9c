namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>target[index]</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Target">The object.</param>
/// <param name="Index">The index; a tuple for several.</param>
internal sealed record SubscriptExpression(SourcePosition Position, Expression Target, Expression Index) : Expression(Position);
