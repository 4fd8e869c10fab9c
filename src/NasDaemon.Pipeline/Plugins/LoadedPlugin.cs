namespace NasDaemon.Pipeline.Plugins;

/// <summary>A plugin and what became of it.</summary>
/// <param name="Name">Its name: that of its folder and its assembly.</param>
/// <param name="Path">Its assembly.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Why it is not active; null where it is.</param>
/// <param name="Version">The version of its assembly; null where that could not be read.</param>
/// <param name="Summary">What it says of itself; empty where it is not active.</param>
public sealed record LoadedPlugin(string Name, string Path, PluginState State, string? Reason, Version? Version, string Summary);
