using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>from module import a as b</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Module">The module, leading dots included.</param>
/// <param name="Names">What is imported; a single <c>*</c> for everything.</param>
internal sealed record ImportFromStatement(SourcePosition Position, string Module, ImmutableArray<ImportName> Names) : Statement(Position);
