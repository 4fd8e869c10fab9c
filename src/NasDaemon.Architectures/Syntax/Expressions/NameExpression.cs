namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A name.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Name">The identifier.</param>
internal sealed record NameExpression(SourcePosition Position, string Name) : Expression(Position);
