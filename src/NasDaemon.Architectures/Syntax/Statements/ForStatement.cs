using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>for</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Target">What is bound to each item.</param>
/// <param name="Items">What is iterated.</param>
/// <param name="Body">The loop.</param>
/// <param name="Otherwise">What runs unless the loop was broken.</param>
internal sealed record ForStatement(
    SourcePosition Position,
    Expression Target,
    Expression Items,
    ImmutableArray<Statement> Body,
    ImmutableArray<Statement> Otherwise) : Statement(Position);
