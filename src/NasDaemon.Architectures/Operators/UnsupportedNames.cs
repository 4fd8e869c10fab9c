using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NasDaemon.Architectures.Operators;

/// <summary>What PyTorch 1.13 has and the catalogue has not: names that exist, so that a refusal must not call them wrong.</summary>
internal static class UnsupportedNames
{
    private const string Resource = "unsupported.txt";

    /// <summary>The full paths, e.g. <c>torch.nn.FractionalMaxPool2d</c> and <c>torch.Tensor.stft</c>.</summary>
    public static ImmutableArray<string> All { get; } = Read();

    private static readonly FrozenSet<string> Paths = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether PyTorch has a name that the catalogue lacks.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>True where it has.</returns>
    public static bool Contains(string path) => Paths.Contains(path);

    private static ImmutableArray<string> Read()
    {
        using var stream = typeof(UnsupportedNames).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly has no resource '{Resource}'.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
