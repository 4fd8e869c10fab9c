using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Workers;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Configuration;

/// <summary>Reads <c>nasdaemon.yaml</c>.</summary>
/// <param name="home">The folder from which relative paths start; an absolute path.</param>
internal sealed class SettingsReader(string home)
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">The file; null takes the one in the home folder where there is one.</param>
    /// <returns>The settings, or what is wrong.</returns>
    public SettingsReading Read(string? file)
    {
        var path = file ?? Path.Combine(home, DaemonSettings.FileName);
        if (file is null && !File.Exists(path))
        {
            return new SettingsReading(Build(new FieldReading(ComponentCatalogue.Empty)), []);
        }

        // Links are followed here: the one who starts the daemon names the file.
        var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        var read = RegularFile.Read(target, YamlDocument.LargestFile);
        if (read.Bytes is null)
        {
            return new SettingsReading(null, [$"{path}: The settings are not read: {read.Problem}."]);
        }

        return YamlDocument.Decode(read.Bytes, out var text) is { } problem
            ? new SettingsReading(null, [problem.Describe(path)])
            : Read(YamlDocument.Parse(text), path);
    }

    private SettingsReading Read(YamlDocument document, string path)
    {
        var reading = new FieldReading(ComponentCatalogue.Empty);
        if (document.Root is not (null or YamlText { IsNothing: true }))
        {
            SettingsFields.File.Read(document.Root, reading);
        }

        ImmutableArray<string> problems = [.. document.Problems.Concat(reading.Problems).Select(problem => problem.Describe(path))];
        return new SettingsReading(problems.IsEmpty ? Build(reading) : null, problems);
    }

    private DaemonSettings Build(FieldReading reading)
    {
        var workers = new WorkerSettings();
        return new DaemonSettings(
            new DaemonFolders(
                Folder(reading, SettingsFields.Inbox),
                Folder(reading, SettingsFields.Outbox),
                Folder(reading, SettingsFields.State),
                Folder(reading, SettingsFields.Data),
                Folder(reading, SettingsFields.Models)),
            workers with
            {
                Slots = (int)(reading.Find(SettingsFields.WorkerCount) ?? workers.Slots),
                MemoryLimitBytes = reading.Find(SettingsFields.WorkerMemory) ?? workers.MemoryLimitBytes,
                TimeLimit = reading.Get(SettingsFields.TrialTime),
                SilenceLimit = reading.Get(SettingsFields.Silence),
            },
            reading.Get(SettingsFields.ScanInterval),
            reading.Get(SettingsFields.Settle),
            Enum.Parse<LogLevel>(reading.Get(SettingsFields.LogLevel), ignoreCase: true),
            (int)reading.Get(SettingsFields.LogFiles),
            reading.Get(SettingsFields.Engine));
    }

    private string Folder(FieldReading reading, TextField field) => Path.GetFullPath(reading.Get(field), home);
}
