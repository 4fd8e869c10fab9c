namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>break</c>.</summary>
/// <param name="Position">Where it begins.</param>
internal sealed record BreakStatement(SourcePosition Position) : Statement(Position);
