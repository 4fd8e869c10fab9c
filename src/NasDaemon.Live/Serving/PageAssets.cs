using System.Collections.Frozen;
using System.Security.Cryptography;

namespace NasDaemon.Live.Serving;

/// <summary>The files of the page, which lie in the program itself.</summary>
internal sealed class PageAssets
{
    /// <summary>The page.</summary>
    public const string Index = "index.html";

    private readonly FrozenDictionary<string, PageAsset> _assets;

    private PageAssets(FrozenDictionary<string, PageAsset> assets) => _assets = assets;

    /// <summary>Reads them.</summary>
    public static PageAssets Load() =>
        new(typeof(PageAssets).Assembly.GetManifestResourceNames().ToFrozenDictionary(name => name, Read, StringComparer.Ordinal));

    /// <summary>One of them; null where there is none of that name.</summary>
    public PageAsset? Find(string name) => _assets.GetValueOrDefault(name);

    private static PageAsset Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new PageAsset(bytes, ContentTypes.Of(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
    }
}

/// <summary>A file of the page.</summary>
/// <param name="Bytes">What it holds.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Tag">What tells it from an earlier one.</param>
internal sealed record PageAsset(byte[] Bytes, string ContentType, string Tag);
