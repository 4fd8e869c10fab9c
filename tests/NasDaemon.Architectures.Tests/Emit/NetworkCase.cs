using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Architectures.Tests.Emit;

/// <summary>A network that is compared with PyTorch.</summary>
/// <param name="File">Its source.</param>
/// <param name="Shape">What goes in and comes out.</param>
internal sealed record NetworkCase(string File, NetworkShape Shape)
{
    /// <summary>Every source of a folder beside the tests, for the same input.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shape">What goes in and comes out.</param>
    /// <returns>The cases in the order of their names.</returns>
    public static IReadOnlyList<NetworkCase> In(string folder, NetworkShape shape) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.py").Order(StringComparer.Ordinal).Select(file => new NetworkCase(file, shape))];
}
