using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary><c>def</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Body">Its block.</param>
/// <param name="Decorators">The decorators, outermost first.</param>
/// <param name="Scope">The names that its block binds.</param>
internal sealed record FunctionDefinition(
    SourcePosition Position,
    string Name,
    ParameterList Parameters,
    ImmutableArray<Statement> Body,
    ImmutableArray<Expression> Decorators,
    NameScope Scope) : Statement(Position);
