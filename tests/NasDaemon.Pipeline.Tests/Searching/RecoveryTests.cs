using System.Globalization;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Searching;
using static NasDaemon.Pipeline.Tests.Searching.RunnerFixture;

namespace NasDaemon.Pipeline.Tests.Searching;

/// <summary>A task whose daemon ends at any moment goes on in the next one to the same report.</summary>
public sealed class RecoveryTests
{
    private static readonly string[] Sources =
        [Source(1), "class Net(", Source(2), Source(1), Source(3), Source(4), Source(4), Source(5), Source(6)];

    private static readonly SearchTask Halving = SampleTasks.Task(trials: 6, epochs: 4, finalists: 2) with { Estimator = Asha(2, 1) };

    [Fact]
    public async Task Run_DaemonDiesBeforeAnyCommit_EndsWithTheSameReport()
    {
        var (expected, _) = await UndisturbedAsync();
        var ended = false;
        for (var commit = 1; !ended; commit += 3)
        {
            using var fixture = new RunnerFixture();
            using var store = new FailingStore(fixture.Store, commit);
            var first = await fixture.RunAsync(Halving, new ListedStrategy(Sources), store: store);
            ended = !store.HasFailed;
            Assert.Equal(ended ? TaskEnd.Done : TaskEnd.Failed, first.End);
            var strategy = new ListedStrategy(Sources);

            var second = await fixture.RunAsync(Halving, strategy);

            Assert.Equal(expected, Summary(second.ReportOrFail(), strategy));
            AssertNothingEndedTwice(fixture);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Run_DaemonStopsAgainAndAgain_EndsWithTheSameReport(int seed)
    {
        var (expected, steps) = await UndisturbedAsync();
        var random = new Pipeline.Randomness.RandomStreams(seed).Open("stops");
        using var fixture = new RunnerFixture();
        TaskOutcome outcome;
        ListedStrategy strategy;
        var starts = 0;
        do
        {
            using var stopping = new CancellationTokenSource();
            var left = random.Next(1, steps / 3);
            strategy = new ListedStrategy(Sources);
            outcome = await fixture.RunAsync(Halving, strategy, stopping: stopping.Token, onProgress: _ =>
            {
                if (left-- == 0)
                {
                    stopping.Cancel();
                }
            });
            starts++;
        }
        while (outcome.End == TaskEnd.Interrupted);

        Assert.True(starts > 1);
        Assert.Equal(expected, Summary(outcome.ReportOrFail(), strategy));
        AssertNothingEndedTwice(fixture);
    }

    private static async Task<(string Summary, int Steps)> UndisturbedAsync()
    {
        using var fixture = new RunnerFixture();
        var strategy = new ListedStrategy(Sources);
        var outcome = await fixture.RunAsync(Halving, strategy);
        return (Summary(outcome.ReportOrFail(), strategy), fixture.Progress.Count);
    }

    private static void AssertNothingEndedTwice(RunnerFixture fixture)
    {
        var ends = fixture.Journal.Where(line => line.EndsWith("ended", StringComparison.Ordinal)).ToList();
        Assert.Equal(ends.Distinct(), ends);
    }

    /// <summary>Every figure of a report that does not measure time or count starts.</summary>
    private static string Summary(TaskReport report, ListedStrategy strategy) => string.Join('\n',
    [
        report.EndReason,
        .. report.Candidates.Select(candidate => $"candidate {candidate.Number} {candidate.State} {candidate.DuplicateOf} {candidate.Failure?.Class}"),
        .. report.Trials.Select(trial => string.Create(
            CultureInfo.InvariantCulture,
            $"trial {trial.Trial.Key.Number} {trial.Trial.State} {trial.Trial.Score} {string.Join(' ', trial.Epochs.Select(epoch => epoch.Validation?.Accuracy))}")),
        .. report.Finalists.Select(finalist => $"finalist {finalist.Final.Key.Number} of {finalist.Candidate.Number}: {finalist.Test}"),
        .. strategy.Observed,
        report.Funnel with { Failures = report.Funnel.Failures.Clear() } + "",
    ]);
}
