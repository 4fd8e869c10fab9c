using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>global</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Names">The names.</param>
internal sealed record GlobalStatement(SourcePosition Position, ImmutableArray<string> Names) : Statement(Position);
