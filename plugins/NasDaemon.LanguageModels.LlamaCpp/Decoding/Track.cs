using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>A text that grows: its tokens, and how far the cache holds them. Only the decoding thread touches it.</summary>
/// <param name="tokens">The tokens that it begins with.</param>
internal sealed class Track(List<int> tokens)
{
    /// <summary>Its tokens; the last may not be in the cache yet.</summary>
    public List<int> Tokens { get; } = tokens;

    /// <summary>Its sequence in the cache; null while it has none.</summary>
    public int? Sequence { get; set; }

    /// <summary>How many of its tokens the cache holds.</summary>
    public int Decoded { get; set; }

    /// <summary>How many of its first tokens another text had brought into the cache.</summary>
    public int Reused { get; set; }

    /// <summary>The scores of what follows its last token, where they were kept.</summary>
    public float[]? Logits { get; set; }

    /// <summary>Whether a request works on it.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Whether nobody owns it: it is kept for what its beginning may spare later prompts.</summary>
    public bool IsRetained { get; set; }

    /// <summary>When it was last used, in placements.</summary>
    public long LastUse { get; set; }

    /// <summary>How many tokens of the beginning two texts share.</summary>
    public int SharedWith(Track other) => CollectionsMarshal.AsSpan(Tokens).CommonPrefixLength(CollectionsMarshal.AsSpan(other.Tokens));
}
