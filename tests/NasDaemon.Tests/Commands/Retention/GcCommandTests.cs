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
        home.Commit(new StoreChange { Tasks = [StoredRecords.Task("net", TaskState.Done)], Candidates = [StoredRecords.Candidate("net", 1)], Trials = [StoredRecords.Trial("net", 1)] });
        var report = Path.Combine(Directory.CreateDirectory(Path.Combine(home.Outbox, "net", "best")).FullName, "weights.safetensors");
        await File.WriteAllTextAsync(report, "a result");
        var kept = new KeptWeights(home.State);
        IReadOnlyList<KeptFolder> left = [];
        for (var folders = Folders; left.Count == 0; folders *= 2)
        {
            // Where they were too few, it had removed all of them before the signal reached it.
            Keep(kept, folders);
            await KillAtTheFirstRemovalAsync(home.Path, kept, folders);
            left = kept.All();
        }

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

    private static async Task KillAtTheFirstRemovalAsync(string home, KeptWeights kept, int folders)
    {
        using var process = Process.Start(new ProcessStartInfo(Build.Executable, ["gc", "--home", home]) { RedirectStandardOutput = true })!;
        await Eventually.TrueAsync(() => kept.Find(Trial(1)) is null || kept.Find(Trial(folders)) is null, TimeSpan.FromMinutes(2));
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static TrialKey Trial(int number) => new("net", number);

    private static void Keep(KeptWeights kept, int folders)
    {
        foreach (var trial in Enumerable.Range(1, folders).Select(Trial))
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
