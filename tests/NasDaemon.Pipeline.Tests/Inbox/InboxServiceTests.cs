using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Inbox;

namespace NasDaemon.Pipeline.Tests.Inbox;

public sealed class InboxServiceTests
{
    private static readonly InboxTiming Timing = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(50));

    [Fact]
    public async Task RunAsync_FilesDroppedWhileItRuns_AreTakenAndRefusedAndItGoesOn()
    {
        using var home = new IntakeFolders();
        using var watcher = new InboxWatcher(home.Folders.Inbox, NullLogger<InboxWatcher>.Instance);
        using var stop = new CancellationTokenSource();
        var taken = Channel.CreateUnbounded<TaskRecord>();
        var service = new InboxService(
            new InboxScanner(home.Folders.Inbox, Timing.Settle, TimeProvider.System),
            watcher,
            home.Intake,
            Timing,
            TimeProvider.System,
            NullLogger<InboxService>.Instance);

        var run = service.RunAsync(task => taken.Writer.TryWrite(task), () => { }, stop.Token);
        home.Drop("bad.yaml", "x: 1");
        var first = await taken.Reader.ReadAsync();
        home.Drop("good.yaml", "dataset: mnist");
        var second = await taken.Reader.ReadAsync();
        await stop.CancelAsync();
        await run;

        Assert.Equal(("bad", TaskState.Rejected), (first.Id, first.State));
        Assert.Equal(("good", TaskState.Waiting), (second.Id, second.State));
    }

    [Fact]
    public async Task RunAsync_FilesThatWereThereBefore_AreTakenInTheOrderOfTheirNames()
    {
        using var home = new IntakeFolders();
        using var watcher = new InboxWatcher(home.Folders.Inbox, NullLogger<InboxWatcher>.Instance);
        using var stop = new CancellationTokenSource();
        home.Drop("2.yaml", "dataset: mnist");
        home.Drop("1.yaml", "dataset: mnist");
        var taken = Channel.CreateUnbounded<string>();
        var scanner = new InboxScanner(home.Folders.Inbox, Timing.Settle, TimeProvider.System);
        var service = new InboxService(scanner, watcher, home.Intake, Timing, TimeProvider.System, NullLogger<InboxService>.Instance);

        var run = service.RunAsync(task => taken.Writer.TryWrite(task.Id), () => { }, stop.Token);

        Assert.Equal("1", await taken.Reader.ReadAsync());
        Assert.Equal("2", await taken.Reader.ReadAsync());
        await stop.CancelAsync();
        await run;
    }
}
