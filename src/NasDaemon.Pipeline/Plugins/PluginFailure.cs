using System.Reflection;

namespace NasDaemon.Pipeline.Plugins;

/// <summary>Puts into words why a plugin cannot be used, with the remedy.</summary>
internal static class PluginFailure
{
    /// <summary>Describes what was thrown while a plugin was loaded.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>One or two sentences.</returns>
    public static string Describe(Exception exception) => exception switch
    {
        BadImageFormatException => "The file is not a .NET assembly. Build the plugin again.",
        FileNotFoundException { FileName: { } missing } when !missing.Contains('/', StringComparison.Ordinal) =>
            $"The assembly {missing.Split(',')[0]} is missing. Publish the plugin with its dependencies.",
        FileLoadException => $"{exception.Message} Publish the plugin with its dependencies.",
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Describe(first),
        TypeInitializationException { InnerException: { } inner } => Describe(inner),
        TypeLoadException or MissingMemberException => $"It does not fit the daemon's contracts: {exception.Message} Build the plugin against this version.",
        _ => $"It threw {exception.GetType().Name}: {exception.Message}",
    };

    /// <summary>Compares the version of the contracts that a plugin was built for with the daemon's own.</summary>
    /// <param name="assembly">The plugin's assembly.</param>
    /// <param name="contract">The daemon's contracts.</param>
    /// <returns>What does not fit, or null. Before 1.0 every minor version is a contract of its own; later ones only add.</returns>
    public static string? WrongContract(Assembly assembly, AssemblyName contract)
    {
        var built = assembly.GetReferencedAssemblies().FirstOrDefault(reference => reference.Name == contract.Name)?.Version;
        var own = contract.Version!;
        if (built is null)
        {
            return null;
        }

        var fits = built.Major == own.Major && (own.Major == 0 ? built.Minor == own.Minor : built.Minor <= own.Minor);
        return fits ? null : $"It was built for version {built.ToString(2)} of the contracts, and this daemon has {own.ToString(2)}. Build the plugin against {own.ToString(2)}.";
    }

    /// <summary>Says which classes were found.</summary>
    /// <param name="types">The classes.</param>
    /// <returns>Part of a sentence.</returns>
    public static string Enumerate(IReadOnlyCollection<Type> types) =>
        types.Count == 0 ? "none does" : $"these do: {string.Join(", ", types.Select(type => type.FullName))}";
}
