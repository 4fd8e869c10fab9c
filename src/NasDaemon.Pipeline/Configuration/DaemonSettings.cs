using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Retention;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Pipeline.Configuration;

/// <summary>The settings of the daemon: what <c>nasdaemon.yaml</c> says, defaults filled in.</summary>
/// <param name="Folders">Where the daemon keeps things, as absolute paths.</param>
/// <param name="Workers">How many workers run and what each may use up.</param>
/// <param name="ScanInterval">The longest time between two looks into the inbox.</param>
/// <param name="Settle">How long a file must hold still before it is taken.</param>
/// <param name="LogLevel">What is worth writing.</param>
/// <param name="LogFiles">How many log files are kept.</param>
/// <param name="Engine">The training engine of tasks that name none.</param>
/// <param name="LanguageModels">The language models that are named, and which is taken where a task names none.</param>
public sealed record DaemonSettings(
    DaemonFolders Folders,
    WorkerSettings Workers,
    TimeSpan ScanInterval,
    TimeSpan Settle,
    LogLevel LogLevel,
    int LogFiles,
    string Engine,
    LanguageModelSettings LanguageModels)
{
    /// <summary>The page on which the daemon can be watched.</summary>
    public LiveSettings Live { get; init; } = new();

    /// <summary>The file that is read in the home folder where none is named.</summary>
    public const string FileName = "nasdaemon.yaml";

    /// <summary>What is kept, and for how long.</summary>
    public RetentionSettings Retention { get; init; } = RetentionSettings.Default;

    /// <summary>Reads the settings.</summary>
    /// <param name="file">The settings file; null takes <see cref="FileName"/> in the home folder, and the defaults where there is none.</param>
    /// <param name="home">The folder from which relative paths start.</param>
    /// <param name="catalogue">Gives the components that may be named; only asked where one is.</param>
    /// <returns>The settings, or everything that is wrong.</returns>
    public static SettingsReading Load(string? file, string home, Func<ComponentCatalogue> catalogue) =>
        new SettingsReader(Path.GetFullPath(home), catalogue).Read(file);
}
