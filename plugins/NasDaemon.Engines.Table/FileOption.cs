using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Engines.Table;

/// <summary>The option that says where a table's file is.</summary>
internal static class FileOption
{
    /// <summary>Its name.</summary>
    public const string Name = "file";

    /// <summary>Defines it.</summary>
    /// <param name="path">The default.</param>
    /// <returns>The definition.</returns>
    public static OptionDefinition Define(string path) => new TextOption(Name, "The table's file; a relative path begins in the data folder.", path, []);
}
