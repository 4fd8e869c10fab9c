using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>try</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Body">What is tried.</param>
/// <param name="Handlers">The <c>except</c> clauses.</param>
/// <param name="Otherwise">What runs after a body without exception.</param>
/// <param name="Finally">What runs in any case.</param>
internal sealed record TryStatement(
    SourcePosition Position,
    ImmutableArray<Statement> Body,
    ImmutableArray<ExceptionHandler> Handlers,
    ImmutableArray<Statement> Otherwise,
    ImmutableArray<Statement> Finally) : Statement(Position);
