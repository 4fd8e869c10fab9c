namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>continue</c>.</summary>
/// <param name="Position">Where it begins.</param>
internal sealed record ContinueStatement(SourcePosition Position) : Statement(Position);
