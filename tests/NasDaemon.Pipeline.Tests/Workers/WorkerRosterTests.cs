using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Pipeline.Tests.Workers;

public sealed class WorkerRosterTests
{
    [Fact]
    public void Now_WorkersThatBeginWaitAndGo_AreToldAsTheyAre()
    {
        var roster = new WorkerRoster(TimeProvider.System);
        var trial = new TrialKey("net", 3);
        roster.Note(Environment.ProcessId, trial: null);
        roster.Note(Environment.ProcessId, trial);
        // No process has this number: the kernel gives none beyond four million.
        roster.Note(int.MaxValue, trial: null);

        var workers = roster.Now();
        roster.Remove(int.MaxValue);

        Assert.Equal([Environment.ProcessId, int.MaxValue], workers.Select(worker => worker.Process));
        Assert.Equal(trial, workers[0].Trial);
        Assert.True(workers[0].OwnBytes > 1_000_000, $"{workers[0].OwnBytes} bytes");
        Assert.Null(workers[1].OwnBytes);
        Assert.Single(roster.Now());
    }
}
