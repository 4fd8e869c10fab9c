using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Retention;
using NasDaemon.Pipeline.Text;
using NasDaemon.Pipeline.Workers;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Configuration;

/// <summary>Reads <c>nasdaemon.yaml</c>.</summary>
/// <param name="home">The folder from which relative paths start; an absolute path.</param>
/// <param name="catalogue">Gives the components that may be named.</param>
internal sealed class SettingsReader(string home, Func<ComponentCatalogue> catalogue)
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">The file; null takes the one in the home folder where there is one.</param>
    /// <returns>The settings, or what is wrong.</returns>
    public SettingsReading Read(string? file)
    {
        var path = file ?? Path.Combine(home, DaemonSettings.FileName);
        if (file is null && !File.Exists(path))
        {
            return new SettingsReading(Build(new FieldReading(catalogue)), []);
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
        var reading = new FieldReading(catalogue);
        if (document.Root is not (null or YamlText { IsNothing: true }))
        {
            SettingsFields.File.Read(document.Root, reading);
            CheckLanguageModel(reading);
            LiveSettingsReader.Check(reading);
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
                Folder(reading, SettingsFields.Models))
            {
                Prompts = Folder(reading, SettingsFields.Prompts),
                Library = Folder(reading, SettingsFields.Library),
            },
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
            reading.Get(SettingsFields.Engine),
            new LanguageModelSettings(
                reading.IsGiven(SettingsFields.LanguageModel) ? reading.Get(SettingsFields.LanguageModel) : null,
                [.. LanguageModels(reading).Select(model => new NamedLanguageModel(model.Name, model.Selection.Name, model.Selection.Options))]))
        {
            Retention = new RetentionSettings(reading.Get(SettingsFields.KeptWeights), reading.Find(SettingsFields.KeptDisk) ?? RetentionSettings.Default.DiskBytes),
            Live = LiveSettingsReader.Read(reading),
        };
    }

    // A name that is unknown here may be that of a file that is still to come; one that is nearly a known one is a mistake.
    private void CheckLanguageModel(FieldReading reading)
    {
        if (!reading.IsGiven(SettingsFields.LanguageModel))
        {
            return;
        }

        var name = reading.Get(SettingsFields.LanguageModel);
        var known = LanguageModels(reading).Select(model => model.Name).ToList();
        if (!known.Contains(name)
            && NearName.Find(name, known) is { } near
            && new ModelFolder(Folder(reading, SettingsFields.Models)).Files().All(file => file.Name != name))
        {
            reading.Report(reading.Position(SettingsFields.LanguageModel), $"There is no language model '{name}'.", $"Did you mean '{near}'?");
        }
    }

    private static ImmutableArray<NamedComponent> LanguageModels(FieldReading reading) =>
        reading.NamedComponents.GetValueOrDefault(SettingsFields.LanguageModels, []);

    private string Folder(FieldReading reading, TextField field) => Path.GetFullPath(reading.Get(field), home);
}
