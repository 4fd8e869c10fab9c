using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Patterns;

/// <summary>Fits what equals a value.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">A literal or a dotted name.</param>
internal sealed record ValuePattern(SourcePosition Position, Expression Value) : Pattern(Position);
