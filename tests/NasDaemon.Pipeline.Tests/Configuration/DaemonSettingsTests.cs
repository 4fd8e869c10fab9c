using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.Configuration;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Tests.Generated;
using NasDaemon.Pipeline.Workers;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Configuration;

public sealed class DaemonSettingsTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    [Fact]
    public void Load_NoFile_GivesTheDefaultsBelowTheHomeFolder()
    {
        var settings = Load(null, _home.Path).Settings!;

        Assert.Equal(
            new DaemonFolders(_home.Combine("inbox"), _home.Combine("outbox"), _home.Combine("state"), _home.Combine("data"), _home.Combine("models"))
            {
                Prompts = _home.Combine("prompts"),
                Library = _home.Combine("library"),
            },
            settings.Folders);
        Assert.Equal(new WorkerSettings(), settings.Workers);
        Assert.Equal((LogLevel.Information, 10, "libtorch"), (settings.LogLevel, settings.LogFiles, settings.Engine));
    }

    [Fact]
    public void Load_TheFileThatIsShipped_SaysExactlyTheDefaults()
    {
        var shipped = Load(Repository.Combine("config", "nasdaemon.yaml"), _home.Path);

        Assert.Empty(shipped.Problems);
        Assert.Equal(Load(null, _home.Path).Settings, shipped.Settings);
    }

    [Fact]
    public void Load_TheFileThatIsShipped_NamesEverySetting()
    {
        var text = File.ReadAllText(Repository.Combine("config", "nasdaemon.yaml"));

        Assert.All(FieldTree.Leaves(SettingsFields.File), field => Assert.Contains($" {field.Name}:", text.Replace('\n', ' '), StringComparison.Ordinal));
    }

    [Fact]
    public void Load_FileInTheHomeFolder_IsTaken()
    {
        File.WriteAllText(_home.Combine("nasdaemon.yaml"), """
            folders: { inbox: /srv/in, state: ../state }
            workers: { count: 3, memory: 2 GiB, trial_time: 2h, silence: 30s }
            intake: { scan_interval: 5s, settle: 1s }
            log: { level: debug, files: 3 }
            engine: other
            """);

        var settings = Load(null, _home.Path).Settings!;

        Assert.Equal(("/srv/in", Path.GetFullPath(_home.Combine("..", "state"))), (settings.Folders.Inbox, settings.Folders.State));
        Assert.Equal(
            new WorkerSettings { Slots = 3, MemoryLimitBytes = 2L << 30, TimeLimit = TimeSpan.FromHours(2), SilenceLimit = TimeSpan.FromSeconds(30) },
            settings.Workers);
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1)), (settings.ScanInterval, settings.Settle));
        Assert.Equal((LogLevel.Debug, 3, "other"), (settings.LogLevel, settings.LogFiles, settings.Engine));
    }

    [Fact]
    public void Load_ManyMistakes_ReportsAllWithPlaceAndRemedy()
    {
        var file = _home.Combine("x.yaml");
        File.WriteAllText(file, "worker:\n  count: 2\nlog: { level: info }\nintake: { settle: 1h }\n");

        var loaded = Load(file, _home.Path);

        Assert.Null(loaded.Settings);
        Assert.Equal(
            [
                $"{file}:1:1: Unknown key 'worker'. Did you mean 'workers'?",
                $"{file}:3:15: 'level' cannot be 'info'. Did you mean 'information'?",
                $"{file}:4:19: 'settle' cannot be '1h'. Write a duration from 0.05s to 10m, as 90s, 30m or 1h30m.",
            ],
            loaded.Problems.AsEnumerable());
    }

    [Fact]
    public void Load_FileThatIsNotThere_SaysSo() =>
        Assert.Contains("cannot be read", Assert.Single(Load(_home.Combine("nowhere.yaml"), _home.Path).Problems), StringComparison.Ordinal);

    public void Dispose() => _home.Dispose();

    private static SettingsReading Load(string? file, string home) => DaemonSettings.Load(file, home, () => ComponentCatalogue.Empty);
}
