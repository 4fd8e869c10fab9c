using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A chain of comparisons.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="First">The leftmost operand.</param>
/// <param name="Links">Operators with their right operands.</param>
internal sealed record ComparisonExpression(
    SourcePosition Position,
    Expression First,
    ImmutableArray<ComparisonLink> Links) : Expression(Position);
