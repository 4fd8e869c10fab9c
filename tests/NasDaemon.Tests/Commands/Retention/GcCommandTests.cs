using System.Diagnostics;
using System.Text.Json;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.Retention;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Testing.Contracts;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Retention;

public sealed class GcCommandTests
{
    private const int Folders = 300;
    private const int FilesOfFolder = 3;
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Gc_LimitInTheSettings_IsShownDryAndThenKept()
    {
        using var home = new DaemonHome();
        await File.AppendAllTextAsync(home.Combine("nasdaemon.yaml"), "\nretention: { weights: 30d, disk: 1 kB }\n");
        var state = home.Combine("state");
        var folder = TrialFolder.Of(state, new TrialKey("net", 4));
        folder.Create();
        await File.WriteAllBytesAsync(folder.Weights, new byte[2000]);
        new TaskFolders(state).PutAway("net");
        Directory.CreateDirectory(Path.Combine(home.Outbox, "net", "best"));
        await File.WriteAllBytesAsync(Path.Combine(home.Outbox, "net", "best", "weights.safetensors"), new byte[2000]);

        var dry = await ProcessRun.NasDaemonAsync(home.Path, "gc", "--dry-run", "--json");
        var isKept = new KeptWeights(state).Find(new TrialKey("net", 4)) is not null;
        var run = await ProcessRun.NasDaemonAsync(home.Path, "gc");

        using var json = JsonDocument.Parse(dry.Output);
        Assert.Equal("disk", json.RootElement.GetProperty("removed")[0].GetProperty("reason").GetString());
        Assert.Equal(2000, json.RootElement.GetProperty("freed_bytes").GetInt64());
        Assert.True(isKept);
        Assert.Contains("Freed 2.0 kB of 2.0 kB; 1.0 kB may be used.", run.Output, StringComparison.Ordinal);
        Assert.Null(new KeptWeights(state).Find(new TrialKey("net", 4)));
        Assert.True(File.Exists(Path.Combine(home.Outbox, "net", "best", "weights.safetensors")));
    }

    [Fact]
    public async Task Gc_KilledInTheMiddleOfARemoval_LosesNothingButWeightsAndTheNextStartFinishesIt()
    {
        using var home = new StoredHome();
        TrialKey[] trials = [.. Enumerable.Range(1, Folders).Select(number => new TrialKey("net", number))];
        home.Commit(new StoreChange { Tasks = [StoredRecords.Task("net", TaskState.Done)], Candidates = [StoredRecords.Candidate("net", 1)], Trials = [StoredRecords.Trial("net", 1)] });
        var report = Path.Combine(Directory.CreateDirectory(Path.Combine(home.Outbox, "net", "best")).FullName, "weights.safetensors");
        await File.WriteAllTextAsync(report, "a result");
        var kept = new KeptWeights(home.State);
        Keep(kept, trials);

        using (var killed = Process.Start(new ProcessStartInfo(Build.Executable, ["gc", "--home", home.Path]) { RedirectStandardOutput = true })!)
        {
            await Eventually.TrueAsync(() => kept.Find(trials[0]) is null || kept.Find(trials[^1]) is null, TimeSpan.FromMinutes(2));
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        var left = kept.All();
        Assert.InRange(left.Count, 1, Folders - 1);
        Assert.All(left, folder => Assert.Equal(FilesOfFolder, Directory.GetFiles(folder.Path).Length));
        Assert.Equal("a result", await File.ReadAllTextAsync(report));

        var status = await home.RunAsync("trials", "net", "--json");
        var next = await home.RunAsync("gc");

        using var json = JsonDocument.Parse(status.Output);
        Assert.Equal(1, json.RootElement.GetProperty("trials").GetArrayLength());
        Assert.Equal(0, next.ExitCode);
        Assert.Empty(kept.All());
        Assert.Empty(Directory.GetFileSystemEntries(kept.Trash));
        Assert.Equal("a result", await File.ReadAllTextAsync(report));
    }

    private static void Keep(KeptWeights kept, TrialKey[] trials)
    {
        foreach (var trial in trials)
        {
            var folder = new TrialFolder(Path.Combine(kept.Root, trial.Task, "trials", $"{trial.Number}"));
            folder.Create();
            File.WriteAllText(folder.Weights, "weights");
            File.SetLastWriteTimeUtc(folder.Weights, LongAgo);
            File.WriteAllText(folder.Model, "model");
            File.WriteAllText(Path.Combine(folder.Path, "result.json"), "{}");
        }
    }
}
