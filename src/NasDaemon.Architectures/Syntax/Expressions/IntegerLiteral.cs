namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>An integer. Those beyond 64 bits are refused by the parser as a limit.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">The value.</param>
internal sealed record IntegerLiteral(SourcePosition Position, long Value) : Expression(Position);
