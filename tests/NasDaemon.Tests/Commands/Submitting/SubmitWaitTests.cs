using System.Text.Json;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Testing.Contracts;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Submitting;

public sealed class SubmitWaitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(TaskState.Done, 0, "done")]
    [InlineData(TaskState.Failed, 1, "failed")]
    [InlineData(TaskState.Cancelled, 6, "cancelled")]
    public async Task Submit_Wait_ReturnsWhenTheTaskHasEndedAndSaysHow(TaskState end, int code, string name)
    {
        using var home = new StoredHome();
        await File.WriteAllTextAsync(home.Combine("net.yaml"), SmallTask.Yaml());

        var waiting = home.RunAsync("submit", "net.yaml", "--wait", "--json");
        await Eventually.TrueAsync(() => File.Exists(home.Combine("inbox", "net.yaml")), Patience);
        home.Commit(new StoreChange
        {
            Tasks = [StoredRecords.Task("small", end) with { File = "net.yaml", Created = TimeProvider.System.GetUtcNow().AddMinutes(1) }],
        });
        var run = await waiting;

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(code, run.ExitCode);
        Assert.Equal("small", json.RootElement.GetProperty("task").GetString());
        Assert.Equal(name, json.RootElement.GetProperty("state").GetString());
        Assert.Contains("No daemon runs here; this waits until one is started", run.Error, StringComparison.Ordinal);
    }
}
