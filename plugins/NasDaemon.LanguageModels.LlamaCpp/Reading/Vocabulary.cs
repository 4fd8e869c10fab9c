using System.Buffers;
using System.Text;
using NasDaemon.LanguageModels.LlamaCpp.Interop;

namespace NasDaemon.LanguageModels.LlamaCpp.Reading;

/// <summary>A model's vocabulary. It never changes, and any thread may ask it.</summary>
internal sealed unsafe class Vocabulary
{
    private const int NoToken = -1;
    private const int LargestPiece = 256;

    private readonly nint _vocabulary;
    private readonly Dictionary<string, int> _controls = new(StringComparer.Ordinal);
    private readonly HashSet<int> _silent = [];

    /// <summary>Takes a model's vocabulary, which lives as long as the model.</summary>
    public Vocabulary(ModelHandle model)
    {
        _vocabulary = Llama.llama_model_get_vocab(model);
        Size = Llama.llama_vocab_n_tokens(_vocabulary);
        for (var token = 0; token < Size; token++)
        {
            var attributes = (TokenAttributes)Llama.llama_vocab_get_attr(_vocabulary, token);
            if ((attributes & (TokenAttributes.Control | TokenAttributes.Unknown)) != 0)
            {
                _silent.Add(token);
                _controls.TryAdd(Spelling(token), token);
            }
        }

        _controls.Remove("");
    }

    /// <summary>Whether the model has one.</summary>
    public bool Exists => Size > 0 && Llama.llama_vocab_type(_vocabulary) != 0;

    /// <summary>How many tokens it has.</summary>
    public int Size { get; }

    /// <summary>The tokens that text cannot spell, by how templates spell them.</summary>
    public IReadOnlyDictionary<string, int> Controls => _controls;

    /// <summary>The token that every text begins with, or null.</summary>
    public int? Beginning => Llama.llama_vocab_get_add_bos(_vocabulary) != 0 && Llama.llama_vocab_bos(_vocabulary) is >= 0 and var token ? token : null;

    /// <summary>The token that ends an answer; -1 for none.</summary>
    public int EndOfSentence => Llama.llama_vocab_eos(_vocabulary);

    /// <summary>The native vocabulary.</summary>
    public nint Native => _vocabulary;

    /// <summary>The token of that exact spelling, or null. Slow: for a look at a file.</summary>
    public int? Find(string spelling)
    {
        if (_controls.TryGetValue(spelling, out var control))
        {
            return control;
        }

        for (var token = 0; token < Size; token++)
        {
            if (Spelling(token) == spelling)
            {
                return token;
            }
        }

        return null;
    }

    /// <summary>How the file spells a token.</summary>
    public string Spelling(int token) => token >= 0 && token < Size ? NativeText.Copy(Llama.llama_vocab_get_text(_vocabulary, token)) : "nothing";

    /// <summary>Whether a token ends an answer.</summary>
    public bool IsEnd(int token) => Llama.llama_vocab_is_eog(_vocabulary, token) != 0;

    /// <summary>Whether a token writes nothing.</summary>
    public bool IsControl(int token) => _silent.Contains(token);

    /// <summary>The tokens of a plain text: control tokens that it spells are read as text.</summary>
    public void Tokenize(string text, List<int> target)
    {
        if (text.Length == 0)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var tokens = ArrayPool<int>.Shared.Rent(bytes.Length + 8);
        try
        {
            fixed (byte* source = bytes)
            fixed (int* destination = tokens)
            {
                var count = Llama.llama_tokenize(_vocabulary, source, bytes.Length, destination, tokens.Length, 0, 0);
                if (count < 0)
                {
                    throw Refusal.Of("The text has more tokens than bytes, which the tokenizer of no known model does.", null);
                }

                target.AddRange(tokens.AsSpan(0, count));
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(tokens);
        }
    }

    /// <summary>The bytes that a token writes: none for control tokens, and not always whole characters.</summary>
    /// <param name="token">The token.</param>
    /// <param name="buffer">Where they go.</param>
    /// <returns>The buffer, another where it was too small.</returns>
    public ReadOnlySpan<byte> Piece(int token, Span<byte> buffer)
    {
        var length = Piece(token, buffer, out var negative);
        if (!negative)
        {
            return buffer[..length];
        }

        var larger = new byte[length];
        return larger.AsSpan(0, Piece(token, larger, out _));
    }

    /// <summary>A buffer that holds nearly every piece.</summary>
    public static byte[] PieceBuffer() => new byte[LargestPiece];

    private int Piece(int token, Span<byte> buffer, out bool tooSmall)
    {
        if (token <= NoToken || token >= Size)
        {
            throw new ArgumentOutOfRangeException(nameof(token), token, "There is no such token.");
        }

        fixed (byte* start = buffer)
        {
            var length = Llama.llama_token_to_piece(_vocabulary, token, start, buffer.Length, 0, 0);
            tooSmall = length < 0;
            return Math.Abs(length);
        }
    }

    [Flags]
    private enum TokenAttributes
    {
        Unknown = 1,
        Control = 1 << 3,
    }
}
