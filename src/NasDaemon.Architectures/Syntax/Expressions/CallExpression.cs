using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A call.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Callee">What is called.</param>
/// <param name="Arguments">The arguments in order.</param>
internal sealed record CallExpression(
    SourcePosition Position,
    Expression Callee,
    ImmutableArray<CallArgument> Arguments) : Expression(Position);
