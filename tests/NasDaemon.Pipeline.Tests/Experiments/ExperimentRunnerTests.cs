using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Searching;

namespace NasDaemon.Pipeline.Tests.Experiments;

public sealed class ExperimentRunnerTests : IDisposable
{
    private const string Sample = """
        kind: experiment
        datasets: [mnist]
        seeds: 2
        constraints: { max_flops: 3M }
        training: { epochs: 1 }
        final: { epochs: 1 }
        budget: { trials: 3 }
        search: { strategy: { name: evolution, population: 2, sample: 2 } }
        arms:
          small: { search: { space: { name: chain, max_stages: 2 } } }
          same: { search: { space: { name: chain, max_stages: 2 } } }
        """;

    private readonly ExperimentFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Run_ThreeArms_ReportsEveryRunWithTheSameBudget()
    {
        var outcome = await _fixture.RunAsync(_fixture.Read(Sample));

        var report = outcome.Report!;
        Assert.Equal((TaskEnd.Done, 6), (outcome.End, report.Runs.Length));
        Assert.All(report.Runs, run => Assert.Equal((3, null), (run.Trainings, run.Failure)));
        Assert.All(report.Runs, run => Assert.Equal(run.BestSoFar[^1], run.Validation));
        Assert.Equal(["small", "small", "same", "same", "random", "random"], report.Runs.Select(run => run.Arm));
        Assert.Equal(6, _fixture.Published.Count);
        Assert.Equal((6, 6), (_fixture.Progress[^1].Experiment!.Done, _fixture.Progress[^1].Experiment!.Total));
        Assert.All(_fixture.Store.Tasks().Where(task => RunId.IsRun(task.Id)), task => Assert.Equal(TaskState.Done, task.State));
    }

    [Fact]
    public async Task Run_ArmsThatDoTheSame_FindTheSameAndTrainItOnce()
    {
        var report = (await _fixture.RunAsync(_fixture.Read(Sample + "\ncontrol: none\nparallel: 1\n"))).Report!;

        Assert.Equal(Figures(report, "small"), Figures(report, "same"));
        Assert.Equal([0, 0, 3, 3], report.Runs.Select(run => run.Reused));
        Assert.Null(report.Comparisons.Single(pair => pair.Dataset == "mnist").Difference is 0 ? null : "They differ.");
    }

    [Fact]
    public async Task Run_StoppedAgainAndAgain_EndsWithTheFiguresOfOneThatWasNot()
    {
        var plan = _fixture.Read(Sample + "\nparallel: 1\n");
        using var undisturbed = new ExperimentFixture();
        var expected = (await undisturbed.RunAsync(plan)).Report!;
        ExperimentReport? report = null;
        for (var start = 1; report is null; start++)
        {
            using var stopping = new CancellationTokenSource();
            var seen = 0;
            var outcome = await _fixture.RunAsync(plan, _ => Stop(++seen > start, stopping), stopping: stopping.Token);
            Assert.True(outcome.End is TaskEnd.Interrupted or TaskEnd.Done);
            report = outcome.Report;
        }

        Assert.Equal(expected.Runs.Select(Figures), report.Runs.Select(Figures));
        Assert.Equal(undisturbed.Journal.Length, _fixture.Journal.Length);
    }

    [Fact]
    public async Task Run_Cancelled_ReportsTheRunsThatHaveEnded()
    {
        using var cancelled = new CancellationTokenSource();

        var outcome = await _fixture.RunAsync(_fixture.Read(Sample + "\nparallel: 1\n"), progress => Stop(progress.Experiment!.Done > 0, cancelled), cancelled.Token);

        Assert.Equal(TaskEnd.Cancelled, outcome.End);
        Assert.InRange(outcome.Report!.Runs.Length, 1, 5);
        Assert.DoesNotContain(_fixture.Store.Tasks(), task => RunId.IsRun(task.Id) && task.Ended is null);
    }

    [Fact]
    public async Task Run_StepsInMemory_LeavesOnlyResultsInTheStore()
    {
        var plan = _fixture.Read(Sample + "\nstore: memory\ncontrol: none\n");

        var report = (await _fixture.RunAsync(plan)).Report!;
        var again = (await _fixture.RunAsync(plan)).Report!;

        Assert.Equal(4, report.Runs.Length);
        Assert.All(plan.Runs("compare"), run => Assert.Empty(_fixture.Store.Trials(run.Id)));
        Assert.Equal(report.Runs.Select(Figures), again.Runs.Select(Figures));
        Assert.Empty(_fixture.Published);
    }

    private static void Stop(bool isTime, CancellationTokenSource stopping)
    {
        if (isTime)
        {
            stopping.Cancel();
        }
    }

    private static List<(double?, double?)> Figures(ExperimentReport report, string arm) =>
        [.. report.Runs.Where(run => run.Arm == arm).Select(run => (run.Validation, run.Test))];

    private static (string, int, double?, double?, int) Figures(ExperimentRunReport run) => (run.Arm, run.Seed, run.Validation, run.Test, run.Candidates);
}
