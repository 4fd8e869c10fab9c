namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A floating-point number.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">The value.</param>
internal sealed record FloatLiteral(SourcePosition Position, double Value) : Expression(Position);
