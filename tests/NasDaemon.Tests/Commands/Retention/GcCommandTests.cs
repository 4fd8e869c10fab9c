using System.Text.Json;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.Retention;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Retention;

public sealed class GcCommandTests
{
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
}
