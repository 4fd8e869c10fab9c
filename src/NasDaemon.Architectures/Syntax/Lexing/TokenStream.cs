namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>The tokens of a source. The last is <see cref="TokenKind.End"/>, or <see cref="TokenKind.Error"/> where the lexer had to stop.</summary>
/// <param name="Source">The source.</param>
/// <param name="Tokens">The tokens.</param>
/// <param name="Problem">Why the lexer had to stop; null where it did not.</param>
internal sealed record TokenStream(string Source, List<Token> Tokens, SyntaxProblem? Problem);
