namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>name := value</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Name">The name bound.</param>
/// <param name="Value">The value.</param>
internal sealed record NamedExpression(SourcePosition Position, string Name, Expression Value) : Expression(Position);
