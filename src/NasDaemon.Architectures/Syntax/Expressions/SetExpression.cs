using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A set display.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Items">The items; stars allowed.</param>
internal sealed record SetExpression(SourcePosition Position, ImmutableArray<Expression> Items) : Expression(Position);
