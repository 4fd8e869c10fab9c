using System.Text;
using NasDaemon.LanguageModels.LlamaCpp.Reading;

namespace NasDaemon.LanguageModels.LlamaCpp.Writing;

/// <summary>Joins the bytes of tokens into characters. A character whose bytes come in two tokens is given when it is whole.</summary>
/// <param name="vocabulary">The vocabulary.</param>
internal sealed class TextAssembler(Vocabulary vocabulary)
{
    private const int LongestCharacter = 4;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly byte[] _piece = Vocabulary.PieceBuffer();

    /// <summary>Goes on behind given tokens, whose last may end within a character.</summary>
    public void Continue(IReadOnlyList<int> tokens)
    {
        for (var index = Math.Max(0, tokens.Count - LongestCharacter); index < tokens.Count; index++)
        {
            Add(tokens[index]);
        }
    }

    /// <summary>The characters that a token completes.</summary>
    public string Add(int token)
    {
        var bytes = vocabulary.Piece(token, _piece);
        Span<char> characters = stackalloc char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        return new string(characters[.._decoder.GetChars(bytes, characters, flush: false)]);
    }
}
