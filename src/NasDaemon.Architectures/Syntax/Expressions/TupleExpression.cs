using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A tuple display.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Items">The items; stars allowed.</param>
internal sealed record TupleExpression(SourcePosition Position, ImmutableArray<Expression> Items) : Expression(Position);
