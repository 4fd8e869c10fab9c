using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.TensorBoard.Runs;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.TensorBoard.Tests;

public sealed class TrainedRunTests
{
    [Fact]
    public void Of_Report_HasFinalTrainingsAndEverySearchTrial() =>
        Assert.Equal([1, 2, 3, 4, 5, 6], TrainedRun.Of(SampleReport.Create()).Select(run => run.Trial.Key.Number).Order());

    [Fact]
    public void Of_MoreTrialsThanTheBound_KeepsTheBest()
    {
        var report = SampleReport.Create();
        var few = TrainedRun.MostSearchTrials / 2;
        TrialReport[] trials = [.. Many(report.Trials[3], 100, few), .. Many(report.Trials[2], 10_000, few), .. Many(report.Trials[1], 20_000, few)];

        var runs = TrainedRun.Of(report with { Trials = [.. trials], Finalists = [] }).ToArray();

        Assert.Equal(TrainedRun.MostSearchTrials, runs.Length);
        Assert.All(runs, run => Assert.NotNull(run.Trial.Score));
    }

    private static IEnumerable<TrialReport> Many(TrialReport trial, int first, int count) =>
        Enumerable.Range(first, count).Select(number => trial with { Trial = trial.Trial with { Key = trial.Trial.Key with { Number = number } } });
}
