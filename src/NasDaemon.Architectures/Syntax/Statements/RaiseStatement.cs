using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>raise</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Exception">What is raised; null raises the current one again.</param>
/// <param name="Cause">What follows <c>from</c>.</param>
internal sealed record RaiseStatement(SourcePosition Position, Expression? Exception, Expression? Cause) : Statement(Position);
