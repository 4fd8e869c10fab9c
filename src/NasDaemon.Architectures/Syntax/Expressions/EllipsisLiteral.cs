namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>...</c>.</summary>
/// <param name="Position">Where it begins.</param>
internal sealed record EllipsisLiteral(SourcePosition Position) : Expression(Position);
