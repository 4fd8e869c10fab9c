using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Tests.Searching;
using NasDaemon.Pipeline.Workers;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Workers;

public sealed class LocalTrialExecutorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Journal => _folder.Combine("journal");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_ToTheEnd_AsksAfterEveryEpochAndFinishes()
    {
        await using var executor = Executor();
        var monitor = new ScriptedMonitor();

        var result = await executor.RunAsync(Request(1), monitor, default);

        Assert.Equal((TrialEnd.Finished, 3, null), (result.End, result.Epochs, result.Failure));
        Assert.Equal([1, 2, 3], monitor.Epochs);
        Assert.Equal("test", executor.Engine?.Name);
    }

    [Fact]
    public async Task Run_PausedThenResumedInANewExecutor_GivesTheFiguresOfAnUndisturbedTrial()
    {
        await using var undisturbed = Executor();
        var whole = await undisturbed.RunAsync(Request(1), new ScriptedMonitor(), default);
        TrialResult paused;
        await using (var first = Executor())
        {
            paused = await first.RunAsync(Request(2), new ScriptedMonitor(EpochDecision.Pause), default);
        }

        await using var second = Executor();
        var monitor = new ScriptedMonitor();
        var resumed = await second.RunAsync(Request(2) with { EpochsKnown = 1 }, monitor, default);

        Assert.Equal((TrialEnd.Paused, 1), (paused.End, paused.Epochs));
        Assert.Equal(whole, resumed);
        Assert.Equal([2, 3], monitor.Epochs);
        Assert.Equal(1, JournalLines().Count(line => line == "trial 2 epoch 1"));
    }

    [Fact]
    public async Task Run_Stopped_EndsThereAndKeepsTheWorker()
    {
        await using var executor = Executor();

        var first = await executor.RunAsync(Request(1), new ScriptedMonitor(EpochDecision.Continue, EpochDecision.Stop), default);
        var second = await executor.RunAsync(Request(2), new ScriptedMonitor(), default);

        Assert.Equal((TrialEnd.Stopped, 2), (first.End, first.Epochs));
        Assert.Equal(TrialEnd.Finished, second.End);
    }

    [Theory]
    [InlineData("die", "signal 9", "about to die")]
    [InlineData("exit", "exit code 7", "cannot go on")]
    public async Task Run_WorkerDies_FailsAsCrashedWithItsLastWords(string misbehaviour, string sentence, string lastWords)
    {
        await using var executor = Executor(misbehaviour);

        var result = await executor.RunAsync(Request(1), new ScriptedMonitor(), default);

        Assert.Equal((TrialEnd.Failed, FailureClass.Crashed, 1), (result.End, result.Failure?.Class, result.Epochs));
        Assert.Contains(sentence, result.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains(lastWords, result.Failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WorkerDiedBefore_ANewOneTakesTheNextTrial()
    {
        await using var executor = Executor("die");
        await executor.RunAsync(Request(1), new ScriptedMonitor(), default);

        var result = await executor.RunAsync(Request(2) with { MaximumEpochs = 1 }, new ScriptedMonitor(), default);

        Assert.Equal(TrialEnd.Finished, result.End);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("flood")]
    public async Task Run_WorkerMakesNoProgress_FailsAsHung(string misbehaviour)
    {
        await using var executor = Executor(misbehaviour, settings => settings with { SilenceLimit = TimeSpan.FromSeconds(1) });

        var result = await executor.RunAsync(Request(1), new ScriptedMonitor(), default);

        Assert.Equal((FailureClass.Hung, "The worker made no progress for 1 s."), (result.Failure?.Class, result.Failure?.Message));
    }

    [Fact]
    public async Task Run_LongerThanItsTime_FailsAsTimedOut()
    {
        await using var executor = Executor("drag", settings => settings with { TimeLimit = TimeSpan.FromSeconds(1) });

        var result = await executor.RunAsync(Request(1), new ScriptedMonitor(), default);

        Assert.Equal(FailureClass.TimedOut, result.Failure?.Class);
    }

    [Fact]
    public async Task Run_WorkerGrows_FailsAsOutOfMemoryWithBothFigures()
    {
        await using var executor = Executor("grow", settings => settings with { MemoryLimitBytes = 200 << 20 });

        var result = await executor.RunAsync(Request(1), new ScriptedMonitor(), default);

        Assert.Equal(FailureClass.OutOfMemory, result.Failure?.Class);
        Assert.Contains("its limit is 200 MiB", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SlowAnswerOfTheMonitor_IsNotTheWorkersSilence()
    {
        await using var executor = Executor(configure: settings => settings with { SilenceLimit = TimeSpan.FromSeconds(1) });

        var result = await executor.RunAsync(Request(1), new ScriptedMonitor { Delay = TimeSpan.FromSeconds(1.5) }, default);

        Assert.Equal(TrialEnd.Finished, result.End);
    }

    [Fact]
    public async Task Run_LibraryPrintsToTheProtocol_GoesOn()
    {
        await using var executor = Executor("chatter");

        Assert.Equal(TrialEnd.Finished, (await executor.RunAsync(Request(1), new ScriptedMonitor(), default)).End);
    }

    [Fact]
    public async Task Run_WorkerDiesAfterWritingItsResult_TheResultCounts()
    {
        await using var executor = Executor("die-late");
        var monitor = new ScriptedMonitor();

        var result = await executor.RunAsync(Request(1) with { MaximumEpochs = 1 }, monitor, default);

        Assert.Equal((TrialEnd.Finished, 1), (result.End, result.Epochs));
        Assert.Equal([1], monitor.Epochs);
    }

    [Fact]
    public async Task Run_ResultWasWrittenBefore_IsCollectedWithoutTraining()
    {
        await using var executor = Executor();
        var first = await executor.RunAsync(Request(1), new ScriptedMonitor(), default);
        var monitor = new ScriptedMonitor();

        var again = await executor.RunAsync(Request(1) with { EpochsKnown = 2 }, monitor, default);

        Assert.Equal(first, again);
        Assert.Equal([3], monitor.Epochs);
        Assert.Single(JournalLines(), line => line == "trial 1 ended");
    }

    [Fact]
    public async Task Run_Cancelled_EndsTheWorkerAndSaysSo()
    {
        await using var executor = Executor("hang");
        using var cancellation = new CancellationTokenSource();
        var running = executor.RunAsync(Request(1), new ScriptedMonitor { After = cancellation.Cancel }, cancellation.Token);

        var result = await running;

        Assert.Equal(FailureClass.Cancelled, result.Failure?.Class);
    }

    [Fact]
    public async Task Run_MoreTrialsThanSlots_AllEnd()
    {
        await using var executor = Executor(configure: settings => settings with { Slots = 2 });

        var results = await Task.WhenAll(Enumerable.Range(1, 5).Select(number => executor.RunAsync(Request(number), new ScriptedMonitor(), default)));

        Assert.All(results, result => Assert.Equal(TrialEnd.Finished, result.End));
    }

    [Fact]
    public async Task Run_NoSuchProgram_FailsWithItsName()
    {
        await using var executor = new LocalTrialExecutor(
            TestWorkers.Settings(), new WorkerCommandLine("/nowhere/nasdaemon", []), TimeProvider.System, NullLogger<LocalTrialExecutor>.Instance);

        var result = await executor.RunAsync(Request(1), new ScriptedMonitor(), default);

        Assert.Equal(FailureClass.Unavailable, result.Failure?.Class);
        Assert.Contains("/nowhere/nasdaemon", result.Failure!.Message, StringComparison.Ordinal);
    }

    private LocalTrialExecutor Executor(string misbehaviour = "none", Func<WorkerSettings, WorkerSettings>? configure = null) => new(
        configure?.Invoke(TestWorkers.Settings()) ?? TestWorkers.Settings(),
        TestWorkers.CommandLine(misbehaviour, Journal),
        TimeProvider.System,
        NullLogger<LocalTrialExecutor>.Instance);

    private TrialRequest Request(int number) => new(
        new TrialKey("task", number),
        TrialKind.Search,
        SampleTasks.Network(4),
        SampleTasks.Task().Dataset,
        SampleTasks.Training(3),
        1,
        SampleTasks.Task().Engine,
        7,
        3,
        _folder.Combine($"trial-{number}"));

    private string[] JournalLines() => File.ReadAllLines(Journal);
}
