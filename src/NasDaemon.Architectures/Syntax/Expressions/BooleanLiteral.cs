namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>True</c> or <c>False</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">The truth value.</param>
internal sealed record BooleanLiteral(SourcePosition Position, bool Value) : Expression(Position);
