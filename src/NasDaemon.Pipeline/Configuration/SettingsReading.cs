using System.Collections.Immutable;

namespace NasDaemon.Pipeline.Configuration;

/// <summary>The settings, or everything that is wrong with their file.</summary>
/// <param name="Settings">The settings; null where anything is wrong.</param>
/// <param name="Problems">What is wrong, a line each with file, line and column; empty where nothing is.</param>
public sealed record SettingsReading(DaemonSettings? Settings, ImmutableArray<string> Problems);
