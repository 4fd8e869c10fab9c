using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>import a.b as c</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Names">What is imported.</param>
internal sealed record ImportStatement(SourcePosition Position, ImmutableArray<ImportName> Names) : Statement(Position);
