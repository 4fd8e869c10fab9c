namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A string without fields; adjacent literals are joined.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">The characters.</param>
internal sealed record TextLiteral(SourcePosition Position, string Value) : Expression(Position);
