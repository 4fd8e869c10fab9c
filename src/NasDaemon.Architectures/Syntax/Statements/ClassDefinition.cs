using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>class</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bases">Bases and keyword arguments.</param>
/// <param name="Body">Its block.</param>
/// <param name="Decorators">The decorators, outermost first.</param>
internal sealed record ClassDefinition(
    SourcePosition Position,
    string Name,
    ImmutableArray<CallArgument> Bases,
    ImmutableArray<Statement> Body,
    ImmutableArray<Expression> Decorators) : Statement(Position);
