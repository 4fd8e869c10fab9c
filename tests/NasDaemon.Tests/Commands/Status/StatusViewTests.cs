using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Status;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Testing.Contracts;
using Spectre.Console;
using TaskStatus = NasDaemon.Commands.Status.TaskStatus;

namespace NasDaemon.Tests.Commands.Status;

public sealed class StatusViewTests
{
    private const int Width = 80;

    [Fact]
    public void Of_RunningTask_ShowsBarEndBestAndTrials()
    {
        var text = Draw(Running("mnist-quickstart", remaining: 125));

        Assert.Contains("daemon 42 runs", text, StringComparison.Ordinal);
        Assert.Contains("━ 25 %", text.Replace("─", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("5 of 20 networks  2m 5s left, until 05:08", text, StringComparison.Ordinal);
        Assert.Contains("best 98.76 % on validation, 1,234,567 parameters (trial 3)", text, StringComparison.Ordinal);
        Assert.Contains("trial 6  epoch 2 of 3  97.50 %", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_LongNamesAndMessages_KeepsEveryRowOnOneLineOfTheTerminal()
    {
        var name = new string('n', 100);
        var ended = new TaskStatus(StoredRecords.Task("old", TaskState.Failed) with { Message = $"[red]{string.Join(' ', Enumerable.Repeat("word", 60))}" }, null);

        var lines = Draw(Running(name, remaining: 1e9), ended).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= Width, line));
        Assert.Single(lines, line => line.StartsWith("old ", StringComparison.Ordinal));
        Assert.Matches(@"^old .* \[red\]word .*…\s*$", Assert.Single(lines, line => line.Contains("word", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_NoDaemon_SaysSo() =>
        Assert.Contains("no daemon runs here", Draw(new StatusSnapshot(StoredRecords.Moment, null, [], 0)), StringComparison.Ordinal);

    private static TaskStatus Running(string name, double remaining) => new(
        StoredRecords.Task(name) with { Ended = null },
        new TaskProgress(
            name,
            TaskState.Searching,
            StoredRecords.Moment,
            60,
            remaining,
            new StatusCounts(9, 1, 2, 6, 4, 1, 20),
            new BestSoFar(3, 0.98764, 1_234_567, 99),
            [new RunningTrial(6, TrialKind.Search, 1, 3, 0.975)]));

    private static string Draw(params TaskStatus[] tasks) => Draw(new StatusSnapshot(StoredRecords.Moment, 42, [.. tasks], 0));

    private static string Draw(StatusSnapshot snapshot)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(new StatusView(TimeZoneInfo.Utc, Width).Of(snapshot));
        return output.ToString();
    }
}
