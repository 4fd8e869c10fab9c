using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary><c>and</c> or <c>or</c>, which stop at the first operand that decides.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="IsAnd">True for <c>and</c>.</param>
/// <param name="Operands">Two or more operands.</param>
internal sealed record BooleanExpression(SourcePosition Position, bool IsAnd, ImmutableArray<Expression> Operands) : Expression(Position);
