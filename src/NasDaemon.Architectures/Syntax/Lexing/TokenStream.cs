using System.Buffers;

namespace NasDaemon.Architectures.Syntax.Lexing;

/// <summary>
/// The tokens of a source. The last is <see cref="TokenKind.End"/>, or <see cref="TokenKind.Error"/> where the lexer had to stop.
/// Their memory is lent, and goes back when the tree is made.
/// </summary>
/// <param name="source">The source.</param>
internal sealed class TokenStream(string source) : IDisposable
{
    private const int CharactersOfAToken = 4;

    private Token[] _tokens = ArrayPool<Token>.Shared.Rent((source.Length / CharactersOfAToken) + 8);

    /// <summary>The source.</summary>
    public string Source { get; } = source;

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>Why the lexer had to stop; null where it did not.</summary>
    public SyntaxProblem? Problem { get; set; }

    /// <summary>A token.</summary>
    /// <param name="index">Its index.</param>
    public Token this[int index] => _tokens[index];

    /// <summary>Adds a token.</summary>
    /// <param name="token">The token.</param>
    public void Add(Token token)
    {
        if (Count == _tokens.Length)
        {
            var larger = ArrayPool<Token>.Shared.Rent(2 * Count);
            _tokens.AsSpan(0, Count).CopyTo(larger);
            Return(_tokens);
            _tokens = larger;
        }

        _tokens[Count++] = token;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Return(_tokens);
        (_tokens, Count) = ([], 0);
    }

    // Whoever borrows the memory next must not keep this source's names alive.
    private void Return(Token[] tokens)
    {
        tokens.AsSpan(0, Count).Clear();
        ArrayPool<Token>.Shared.Return(tokens);
    }
}
