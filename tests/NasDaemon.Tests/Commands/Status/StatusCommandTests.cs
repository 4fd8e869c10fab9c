using System.Diagnostics;
using System.Text.Json;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Testing.Contracts;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Status;

public sealed class StatusCommandTests : IDisposable
{
    private const int SigTerm = 15;
    private readonly StoredHome _home = new();

    public StatusCommandTests()
    {
        _home.Commit(new StoreChange
        {
            Tasks =
            [
                StoredRecords.Task("good", TaskState.Done) with { Message = null },
                StoredRecords.Task("bad", TaskState.Failed) with { Message = "red \e[31mletters\nand more" },
                StoredRecords.Task("now") with { Ended = null },
                StoredRecords.Task("exp/arm/mnist/1"),
            ],
        });
        Directory.CreateDirectory(Path.Combine(_home.Outbox, ".now"));
        StatusFile.Write(Path.Combine(_home.Outbox, ".now"), new TaskProgress(
            "now", TaskState.Searching, StoredRecords.Moment, 10, 30, new StatusCounts(9, 1, 2, 5, 4, 0, 20), new BestSoFar(3, 0.9, 1234, 99), []));
    }

    [Fact]
    public async Task Status_Piped_IsAPlainTableWithoutControlCharacters()
    {
        var run = await _home.RunAsync("status");

        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.Split('\n');
        Assert.Matches("^task +state +since +seconds  message$", lines[0]);
        Assert.Matches("^good +done +2025-03-04 06:06:07 +2$", lines[1]);
        Assert.Matches(@"^bad +failed .*  red .\[31mletters \(and 1 more\)$", lines[2]);
        Assert.Matches("^now +searching ", lines[3]);
        Assert.Contains("now: 4 of 20 networks trained, best 90.00 % on validation", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);
        Assert.DoesNotContain("exp/arm", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_Json_TellsTasksWithTheirProgress()
    {
        var run = await _home.RunAsync("status", "--json");

        using var json = JsonDocument.Parse(run.Output);
        var tasks = json.RootElement.GetProperty("tasks");
        Assert.Equal(["good", "bad", "now"], tasks.EnumerateArray().Select(task => task.GetProperty("id").GetString()));
        Assert.Equal("searching", tasks[2].GetProperty("state").GetString());
        Assert.Equal(20, tasks[2].GetProperty("progress").GetProperty("counts").GetProperty("budget").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("daemon").ValueKind);
    }

    [Fact]
    public async Task Status_WatchPiped_TellsEachTaskAndEndsWellWhenAskedTo()
    {
        var start = new ProcessStartInfo(Build.Executable, ["status", "--watch"]) { WorkingDirectory = _home.Path, RedirectStandardOutput = true };
        start.Environment.Remove("NASDAEMON_HOME");
        using var process = Process.Start(start)!;
        var lines = new List<string?>();
        while (lines.Count < 3)
        {
            lines.Add(await process.StandardOutput.ReadLineAsync());
        }

        Signal.Send(process.Id, SigTerm);
        await process.WaitForExitAsync();

        Assert.Equal<string?>(["good: done", "bad: failed", "now: 4 of 20 networks trained, best 90.00 % on validation (1,234 parameters)"], lines);
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose() => _home.Dispose();
}
