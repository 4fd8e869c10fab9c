namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>pass</c>.</summary>
/// <param name="Position">Where it begins.</param>
internal sealed record PassStatement(SourcePosition Position) : Statement(Position);
