using System.CommandLine;

namespace NasDaemon.Commands.Output;

/// <summary>The option <c>--json</c>, which every command has that shows anything.</summary>
internal static class JsonOption
{
    /// <summary>Its name.</summary>
    public const string Name = "--json";

    /// <summary>Makes the option for a command.</summary>
    /// <returns>The option.</returns>
    public static Option<bool> Create() => new(Name) { Description = "Write the result as JSON to standard output, and nothing else." };
}
