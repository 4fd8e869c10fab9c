using System.Collections.Frozen;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Syntax.Parsing;

namespace NasDaemon.Architectures.Tracing.Preludes;

/// <summary>
/// The modules of Python's library that are written in Python: what networks use of them, interpreted and metered like the source itself.
/// Each is a resource that bears the module's path.
/// </summary>
internal static class PreludeSources
{
    private const string Ending = ".py";
    private const int DeepestNesting = 100;

    private static readonly FrozenDictionary<string, Lazy<SourceModule>> Modules = typeof(PreludeSources).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[..^Ending.Length], name => new Lazy<SourceModule>(() => Read(name)), StringComparer.Ordinal);

    /// <summary>The paths of all modules.</summary>
    public static IEnumerable<string> Paths => Modules.Keys;

    /// <summary>Finds a module's syntax tree, which has no places: what goes wrong in it went wrong in the line that called it.</summary>
    /// <param name="path">The module's path.</param>
    /// <returns>The tree; null where there is no such module.</returns>
    public static SourceModule? Find(string path) => Modules.TryGetValue(path, out var module) ? module.Value : null;

    private static SourceModule Read(string resource)
    {
        using var reader = new StreamReader(typeof(PreludeSources).Assembly.GetManifestResourceStream(resource)!);
        var outcome = Parser.Parse(reader.ReadToEnd(), int.MaxValue, DeepestNesting, hasPlaces: false);
        return outcome.Module ?? throw new InvalidOperationException($"The module {resource} cannot be read: {outcome.Problem!.Message}");
    }
}
