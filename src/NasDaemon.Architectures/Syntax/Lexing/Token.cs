namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>A token of the source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Start">The index of its first character.</param>
/// <param name="End">The index behind its last character.</param>
/// <param name="Text">The identifier of a name; else null.</param>
internal readonly record struct Token(TokenKind Kind, SourcePosition Position, int Start, int End, string? Text = null);
