using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A list display.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Items">The items; stars allowed.</param>
internal sealed record ListExpression(SourcePosition Position, ImmutableArray<Expression> Items) : Expression(Position);
