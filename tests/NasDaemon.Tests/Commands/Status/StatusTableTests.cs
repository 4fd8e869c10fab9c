using NasDaemon.Abstractions.Storage;
using NasDaemon.Commands.Status;
using NasDaemon.Testing.Contracts;
using Spectre.Console;
using TaskStatus = NasDaemon.Commands.Status.TaskStatus;

namespace NasDaemon.Tests.Commands.Status;

public sealed class StatusTableTests
{
    [Fact]
    public void Of_LongMessage_KeepsEachTaskOnOneRowAndTellsTheMessageBelow()
    {
        var message = $"[red]{string.Join(' ', Enumerable.Repeat("word", 60))}.";
        var failed = new TaskStatus(StoredRecords.Task("digits-with-a-model", TaskState.Rejected) with { Message = message }, null);
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 80;

        console.Write(StatusTable.Of(new StatusSnapshot(StoredRecords.Moment, 42, [failed], 0)));

        var lines = output.ToString().Split('\n');
        Assert.Matches("digits-with-a-model .* rejected .* [0-9]{2}:[0-9]{2}:[0-9]{2} ", Assert.Single(lines, line => line.Contains("rejected", StringComparison.Ordinal)));
        Assert.Contains($"digits-with-a-model: {message}", string.Join(' ', lines.Select(line => line.Trim())), StringComparison.Ordinal);
    }
}
