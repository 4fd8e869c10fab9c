namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>None</c>.</summary>
/// <param name="Position">Where it begins.</param>
internal sealed record NoneLiteral(SourcePosition Position) : Expression(Position);
