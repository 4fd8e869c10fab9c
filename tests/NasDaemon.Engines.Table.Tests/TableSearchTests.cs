using NasDaemon.Abstractions.Reports;
using NasDaemon.Datasets.Vision;
using NasDaemon.Estimation.Asha;
using NasDaemon.Search.Evolution;
using NasDaemon.Search.Spaces;
using NasDaemon.Stores.Memory;
using NasDaemon.Testing;
using NasDaemon.Testing.Tables;

namespace NasDaemon.Engines.Table.Tests;

/// <summary>Whole tasks whose trainings the tables answer.</summary>
public sealed class TableSearchTests
{
    private static readonly Lazy<TableSearch> Search = new(() => new TableSearch(
        new TablePlugin(), new SpacesPlugin(), new EvolutionPlugin(), new EstimationPlugin(), new VisionPlugin(), new MemoryStorePlugin()));

    [SharedDataTheory(Tables.Cells)]
    [InlineData("cifar10")]
    [InlineData("cifar100")]
    [InlineData("imagenet16-120")]
    public async Task Run_OnEachDataset_SearchesOnValidationAndShowsTestAndRegret(string dataset)
    {
        var report = await RunAsync("nas-bench-201", dataset, 12, 200);

        var best = report.Trials.MaxBy(trial => trial.Trial.Score!.ValidationAccuracy)!;
        Assert.Equal(20, report.Trials.Length);
        Assert.All(report.Trials, trial => Assert.Equal(12, trial.Trial.Score!.Epochs));
        Assert.Equal(best.Candidate.Number, report.Best!.Candidate.Number);
        Assert.Equal(best.Trial.Score!.ValidationAccuracy, report.Table!.FoundValidation);
        Assert.InRange(report.Table.Regret!.Value, 0.001, 0.2);
        Assert.NotEqual(best.Trial.Score.ValidationAccuracy, report.Best.Test.Accuracy);
        Assert.Empty(report.FailedFinals);
    }

    [SharedDataTheory(Tables.Cells)]
    [InlineData("nas-bench-201")]
    public async Task Run_TableWithTimes_ClockMovesOnByThem(string table)
    {
        var report = await RunAsync(table, "cifar10", 200, 200);
        var trained = report.Trials.Sum(trial => trial.Trial.Score!.Seconds) + report.Best!.Epochs.Sum(epoch => epoch.Seconds);

        Assert.InRange(report.Seconds, trained, trained + 60);
        Assert.InRange(trained, 20 * 600, 21 * 4000);
    }

    [SharedDataTheory(Tables.Cells)]
    [InlineData("nas-bench-201")]
    public async Task Run_TimeIsTheBudget_EndsWhenTheSimulatedTimeIsUp(string table)
    {
        var report = await RunAsync(table, "cifar10", 200, 200, "budget: { trials: 1000, time: 3h }");

        Assert.Contains("The time of 03:00:00 was up.", report.EndReason, StringComparison.Ordinal);
        Assert.InRange(report.Trials.Length, 3, 15);
    }

    [SharedDataTheory(Tables.Cells, Tables.Macro)]
    [InlineData("nas-bench-201", 200)]
    [InlineData("nas-bench-macro", 50)]
    public async Task Run_SameSeedTwice_IsTheSameSearch(string table, int epochs)
    {
        var first = await RunAsync(table, "cifar10", epochs, epochs);
        var second = await RunAsync(table, "cifar10", epochs, epochs);

        Assert.Equal(first.Candidates.Select(candidate => candidate.SourceFingerprint), second.Candidates.Select(candidate => candidate.SourceFingerprint));
        Assert.Equal(first.Best!.Test, second.Best!.Test);
    }

    private static Task<TaskReport> RunAsync(string table, string dataset, int epochs, int finalEpochs, string budget = "budget: { trials: 20 }") => Search.Value.RunAsync($$"""
        dataset: {{dataset}}
        search: { space: {{table}}, strategy: evolution }
        training: { epochs: {{epochs}} }
        final: { epochs: {{finalEpochs}} }
        {{budget}}
        engine: {{table}}
        seed: 3
        """);
}
