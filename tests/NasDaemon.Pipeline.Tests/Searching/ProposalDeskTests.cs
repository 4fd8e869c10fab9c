using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Searching;
using static NasDaemon.Pipeline.Tests.Searching.RunnerFixture;

namespace NasDaemon.Pipeline.Tests.Searching;

/// <summary>Strategies that think for long, such as those that ask a language model.</summary>
public sealed class ProposalDeskTests : IDisposable
{
    private static readonly string[] Sources = [Source(1), "class Net(", Source(2), Source(1), Source(3)];

    private readonly RunnerFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Ask_StrategyProposesAhead_ThinksWhileANetworkTrainsAndIsToldAfterwards()
    {
        var strategy = new ThinkingStrategy(Source(1), Source(2)) { ProposesAhead = true };
        strategy.GoOn();
        (int Questions, int Observed)? meanwhile = null;

        var outcome = await _fixture.RunAsync(SampleTasks.Task(trials: 2), strategy, onProgress: status =>
        {
            if (status.Counts.Finished == 1 && meanwhile is null)
            {
                meanwhile = (strategy.Questions, strategy.Observed.Count);
                strategy.GoOn();
            }
        });

        Assert.Equal("All trainings of the budget were used.", outcome.ReportOrFail().EndReason);
        Assert.Equal((2, 0), meanwhile);
        Assert.Equal(["1: trained 3", "2: trained 3"], strategy.Observed);
    }

    [Fact]
    public async Task Ask_StrategyThinksAndNothingTrains_IsWaitedFor()
    {
        var strategy = new ThinkingStrategy(Sources);
        strategy.GoOn(9);

        var report = (await _fixture.RunAsync(SampleTasks.Task(trials: 3), strategy)).ReportOrFail();

        Assert.Equal(3, report.Trials.Length);
        Assert.Equal(["1: trained 3", "2: refused Syntax", "3: trained 3", "4: Source duplicate of 1", "5: trained 3"], strategy.Observed);
    }

    [Fact]
    public async Task Ask_AheadWithRefusedAndRepeatedCandidates_ThinksOnUntilANewOneIsThere()
    {
        var strategy = new ThinkingStrategy(Sources) { ProposesAhead = true };
        strategy.GoOn(9);

        var report = (await _fixture.RunAsync(SampleTasks.Task(trials: 3), strategy)).ReportOrFail();

        Assert.Equal((3, 5), (report.Trials.Length, report.Funnel.Proposed));
        Assert.Equal(["1: trained 3", "2: refused Syntax", "3: trained 3", "4: Source duplicate of 1", "5: trained 3"], strategy.Observed.Order());
    }

    [Fact]
    public async Task Ask_StrategyLikesBatches_IsAskedForThemThoughOneTrainsAtATime()
    {
        var task = SampleTasks.Task(trials: 9) with { Budget = new Budget(9, null, null) { Proposals = 5 } };
        var strategy = new ThinkingStrategy(Sources) { ProposesAhead = true, BatchSize = 3 };
        strategy.GoOn(9);

        var report = (await _fixture.RunAsync(task, strategy)).ReportOrFail();

        Assert.Equal([3, 2], strategy.Wanted);
        Assert.Equal((5, 3), (report.Funnel.Proposed, report.Trials.Length));
    }

    [Fact]
    public async Task Ask_TaskIsCancelledMeanwhile_EndsWithWhatThereIs()
    {
        var strategy = new ThinkingStrategy(Source(1), Source(2));
        strategy.GoOn();
        using var cancelled = new CancellationTokenSource();

        var outcome = await _fixture.RunAsync(
            SampleTasks.Task(trials: 2),
            strategy,
            onProgress: status => _ = status.Counts.Finished == 1 ? cancelled.CancelAsync() : null,
            cancelled: cancelled.Token);

        Assert.Equal(TaskEnd.Cancelled, outcome.End);
        Assert.Single(outcome.ReportOrFail().Trials);
    }

    [Fact]
    public async Task Ask_TimeIsUpMeanwhile_EndsTheSearch()
    {
        var task = SampleTasks.Task(trials: 2) with { Budget = new Budget(2, TimeSpan.FromSeconds(0.1), null) };

        var outcome = await _fixture.RunAsync(task, new ThinkingStrategy(Source(1)));

        Assert.Equal("The time of 00:00:00.1000000 was up.", outcome.ReportOrFail().EndReason);
    }

    [Fact]
    public async Task Ask_ProposalsAreUsedUp_EndsTheSearch()
    {
        var task = SampleTasks.Task(trials: 9) with { Budget = new Budget(9, null, null) { Proposals = 4 } };
        var strategy = new ThinkingStrategy(Sources) { ProposesAhead = true };
        strategy.GoOn(9);

        var report = (await _fixture.RunAsync(task, strategy)).ReportOrFail();

        Assert.Equal(("All proposals of the budget were made.", 4, 2), (report.EndReason, report.Funnel.Proposed, report.Trials.Length));
    }

    [Fact]
    public async Task Ask_DaemonDiesBeforeAnyCommit_TellsEveryOutcomeOnceInTheNext()
    {
        var ended = false;
        for (var commit = 1; !ended; commit += 2)
        {
            using var fixture = new RunnerFixture();
            using var store = new FailingStore(fixture.Store, commit);
            var first = Endless();
            var outcome = await fixture.RunAsync(SampleTasks.Task(trials: 3), first, store: store);
            ended = !store.HasFailed;
            Assert.Equal(ended ? TaskEnd.Done : TaskEnd.Failed, outcome.End);
            var strategy = Endless();

            var report = (await fixture.RunAsync(SampleTasks.Task(trials: 3), strategy)).ReportOrFail();

            Assert.Equal(3, report.Trials.Count(trial => trial.Trial.State == TrialState.Finished));
            Assert.Equal(["1: trained 3", "2: refused Syntax", "3: trained 3", "4: Source duplicate of 1", "5: trained 3"], strategy.Observed.Order());
        }
    }

    private static ThinkingStrategy Endless()
    {
        var strategy = new ThinkingStrategy(Sources) { ProposesAhead = true };
        strategy.GoOn(1000);
        return strategy;
    }
}
