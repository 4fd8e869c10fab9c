namespace NasDaemon.Testing.LanguageModels;

/// <summary>
/// A language model of 60,000 random weights that really runs: Llama architecture, one token a byte and a few words besides,
/// ChatML template. What it writes makes no sense, but always the same.
/// </summary>
public sealed record TinyModel
{
    private const int Width = 32;
    private const int Heads = 1;
    private const int Inner = 64;
    private const int Layers = 2;

    /// <summary>The template that it carries; null for none.</summary>
    public string? Template { get; init; } = "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}";

    /// <summary>How its tokenizer splits text; null where the file does not say.</summary>
    public string? PreTokenizer { get; init; } = "gpt-2";

    /// <summary>Its control tokens; the last one ends an answer.</summary>
    public IReadOnlyList<string> Controls { get; init; } = ["<|im_start|>", "<|endoftext|>", "<|im_end|>"];

    /// <summary>What the file names as the end of an answer; the last control token where this is null.</summary>
    public string? End { get; init; }

    /// <summary>The context that it was trained for.</summary>
    public uint Context { get; init; } = 512;

    /// <summary>Its tokens in order.</summary>
    public IReadOnlyList<string> Tokens => [.. ByteTokens(), .. Words.Select(word => word.Token), .. Controls];

    private static (string Token, string Merge)[] Words => [("co", "c o"), ("nv", "n v"), ("conv", "co nv"), ("im", "i m")];

    /// <summary>Writes it.</summary>
    /// <returns>The path.</returns>
    public string Save(string path)
    {
        var tokens = Tokens;
        var random = new Random(20261122);
        var writer = new GgufWriter()
            .Set("general.architecture", "llama")
            .Set("general.name", "Tiny Random")
            .Set("llama.context_length", Context)
            .Set("llama.embedding_length", Width)
            .Set("llama.block_count", Layers)
            .Set("llama.feed_forward_length", Inner)
            .Set("llama.attention.head_count", Heads)
            .Set("llama.attention.layer_norm_rms_epsilon", 1e-5f)
            .Set("llama.rope.dimension_count", Width / Heads)
            .Set("llama.vocab_size", (uint)tokens.Count)
            .Set("tokenizer.ggml.model", "gpt2")
            .Set("tokenizer.ggml.tokens", [.. tokens])
            .Set("tokenizer.ggml.token_type", [.. tokens.Select(token => Controls.Contains(token) ? 3 : 1)])
            .Set("tokenizer.ggml.merges", [.. Words.Select(word => word.Merge)])
            .Set("tokenizer.ggml.eos_token_id", (uint)tokens.ToList().IndexOf(End ?? Controls[^1]))
            .Set("tokenizer.ggml.add_bos_token", false);
        if (PreTokenizer is not null)
        {
            writer.Set("tokenizer.ggml.pre", PreTokenizer);
        }

        if (Template is not null)
        {
            writer.Set("tokenizer.chat_template", Template);
        }

        float[] Noise(int count, double scale) => [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() - 0.5) * 2 * scale))];
        float[] Ones(int count) => [.. Enumerable.Repeat(1f, count)];

        writer.Tensor("token_embd.weight", [Width, tokens.Count], Noise(Width * tokens.Count, 1))
            .Tensor("output_norm.weight", [Width], Ones(Width))
            .Tensor("output.weight", [Width, tokens.Count], Readable(Noise(Width * tokens.Count, 0.8)));
        for (var layer = 0; layer < Layers; layer++)
        {
            writer.Tensor($"blk.{layer}.attn_norm.weight", [Width], Ones(Width))
                .Tensor($"blk.{layer}.ffn_norm.weight", [Width], Ones(Width))
                .Tensor($"blk.{layer}.ffn_gate.weight", [Width, Inner], Noise(Width * Inner, 0.3))
                .Tensor($"blk.{layer}.ffn_up.weight", [Width, Inner], Noise(Width * Inner, 0.3))
                .Tensor($"blk.{layer}.ffn_down.weight", [Inner, Width], Noise(Inner * Width, 0.3));
            foreach (var part in new[] { "attn_q", "attn_k", "attn_v", "attn_output" })
            {
                writer.Tensor($"blk.{layer}.{part}.weight", [Width, Width], Noise(Width * Width, 0.4));
            }
        }

        writer.Save(path);
        return path;
    }

    /// <summary>Writes an adapter of rank 2 for it.</summary>
    /// <returns>The path.</returns>
    public static string SaveAdapter(string path, int width = Width)
    {
        var random = new Random(7);
        float[] Noise(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];

        new GgufWriter()
            .Set("general.architecture", "llama")
            .Set("general.type", "adapter")
            .Set("adapter.type", "lora")
            .Set("adapter.lora.alpha", 4f)
            .Tensor("blk.0.attn_output.weight.lora_a", [width, 2], Noise(width * 2))
            .Tensor("blk.0.attn_output.weight.lora_b", [2, width], Noise(width * 2))
            .Save(path);
        return path;
    }

    // Bytes that begin no character and control tokens score nothing, so that the likeliest answer is text and has no end.
    private float[] Readable(float[] output)
    {
        var tokens = Tokens;
        for (var token = 0; token < tokens.Count; token++)
        {
            var isReadable = tokens[token].Length > 1 ? !Controls.Contains(tokens[token]) : tokens[token][0] is > ' ' and < (char)127;
            if (!isReadable)
            {
                Array.Clear(output, token * Width, Width);
            }
        }

        return output;
    }

    // How the tokenizers of this family spell bytes: those without a glyph are moved up.
    private static IEnumerable<string> ByteTokens()
    {
        var moved = 256;
        for (var value = 0; value < 256; value++)
        {
            var hasGlyph = value is >= '!' and <= '~' or >= 0xA1 and <= 0xAC or >= 0xAE;
            yield return ((char)(hasGlyph ? value : moved++)).ToString();
        }
    }
}
