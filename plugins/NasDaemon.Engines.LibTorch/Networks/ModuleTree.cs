using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Engines.LibTorch.Networks;

/// <summary>The modules of a network, in an order that gives PyTorch's order of the <c>state_dict</c>.</summary>
internal static class ModuleTree
{
    private const string DefaultType = "Module";

    /// <summary>Lists the modules: the root, then those with state in the order of the state, then the others.</summary>
    /// <param name="architecture">The network.</param>
    /// <returns>Path and class name of each; parents stand before their children.</returns>
    public static IReadOnlyList<(string Path, string TypeName)> Of(Architecture architecture)
    {
        var paths = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in architecture.State)
        {
            Add(Parent(entry.Name));
        }

        foreach (var path in architecture.ModuleTypes.Keys)
        {
            Add(path);
        }

        Add(string.Empty);
        return [.. paths.Select(path => (path, TypeName(architecture, path)))];

        void Add(string path)
        {
            if (!known.Add(path))
            {
                return;
            }

            if (path.Length > 0)
            {
                Add(Parent(path));
            }

            paths.Add(path);
        }
    }

    private static string Parent(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name[..dot] : string.Empty;

    private static string TypeName(Architecture architecture, string path) =>
        architecture.ModuleTypes.TryGetValue(path, out var name) && IsIdentifier(name) ? name : DefaultType;

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
