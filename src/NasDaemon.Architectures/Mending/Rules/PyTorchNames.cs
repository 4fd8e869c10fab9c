using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Modules;

namespace NasDaemon.Architectures.Mending.Rules;

/// <summary>Knows where in PyTorch a name is.</summary>
internal static class PyTorchNames
{
    private static readonly (string Short, string Path)[] Spaces = [("nn", "torch.nn"), ("F", "torch.nn.functional"), ("torch", "torch")];

    /// <summary>Finds a name.</summary>
    /// <param name="name">The very name.</param>
    /// <returns>The modules that have it, as sources call them and with their path.</returns>
    public static IEnumerable<(string Short, string Path)> Find(string name) => Spaces.Where(space => Has($"{space.Path}.{name}"));

    /// <summary>Finds the only name of a module that is near another.</summary>
    /// <param name="space">The module's path.</param>
    /// <param name="wrong">The name that it does not have.</param>
    /// <returns>The name; null where none is near, or several are.</returns>
    public static string? Near(string space, string wrong)
    {
        var prefix = space + ".";
        var known = OperatorCatalogue.Default.Modules.Select(module => module.Path).Concat(OperatorCatalogue.Default.FunctionPaths)
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && path.IndexOf('.', prefix.Length) < 0)
            .Select(path => path[prefix.Length..]);
        return NearestName.FindOnly(wrong, known);
    }

    private static bool Has(string path) =>
        ModuleTypes.All.ContainsKey(path) || OperatorCatalogue.Default.TryFindFunction(path, out _);
}
