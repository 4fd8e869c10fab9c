namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>target.name</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Target">The object.</param>
/// <param name="Name">The attribute.</param>
internal sealed record AttributeExpression(SourcePosition Position, Expression Target, string Name) : Expression(Position);
