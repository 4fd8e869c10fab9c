using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>with</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Items">The context managers in order.</param>
/// <param name="Body">The block.</param>
internal sealed record WithStatement(
    SourcePosition Position,
    ImmutableArray<ContextItem> Items,
    ImmutableArray<Statement> Body) : Statement(Position);
