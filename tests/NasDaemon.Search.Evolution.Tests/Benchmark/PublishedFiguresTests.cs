using NasDaemon.Abstractions.Search;
using NasDaemon.Testing;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Evolution.Tests.Benchmark;

/// <summary>
/// The strategies on the published table: search on CIFAR-10's validation accuracy, report the test accuracy of the best. The controls
/// are means over hundreds of runs of another implementation; ours must agree within four standard errors of the difference.
/// </summary>
public sealed class PublishedFiguresTests
{
    private const int Seeds = 100;
    private const double StandardErrors = 4;
    private const string Table = "nasbench/nas-bench-201.csv";
    private const string Controls = "nasbench/controls.csv";

    private static readonly Lazy<CellTable> Cells = new(() => new CellTable());

    [SharedDataTheory(Table, Controls)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public async Task Random_OnTheTable_AgreesWithTheControl(int evaluations) =>
        AssertAgrees(await RunAsync(Strategies.Random, 1, evaluations), Control.Of("RS", evaluations));

    [SharedDataTheory(Table, Controls)]
    [InlineData(10, 3, 50)]
    [InlineData(10, 3, 100)]
    [InlineData(10, 3, 200)]
    [InlineData(30, 10, 100)]
    [InlineData(30, 10, 200)]
    public async Task Evolution_OnTheTable_AgreesWithTheControl(int population, int sample, int evaluations) => AssertAgrees(
        await RunAsync(seed => Strategies.Evolution(seed, population, sample), 1, evaluations),
        Control.Of($"REA(P={population},S={sample})", evaluations));

    [SharedDataTheory(Table, Controls)]
    [InlineData(200)]
    public async Task Evolution_FourAtOnce_BeatsRandomSearch(int evaluations)
    {
        var control = Control.Of("RS", evaluations);
        var accuracies = await RunAsync(seed => Strategies.Evolution(seed), 4, evaluations);

        Assert.True(accuracies.Average() > control.Mean + (StandardErrors * StandardError(accuracies, control)));
    }

    private static async Task<IReadOnlyList<double>> RunAsync(Func<int, ISearchStrategy> create, int workers, int evaluations)
    {
        var accuracies = new List<double>();
        foreach (var seed in Enumerable.Range(1, Seeds))
        {
            var strategy = create(seed);
            var play = new StrategyPlay(workers, (_, candidate) => Outcomes.Trained(Result(candidate).Validation / 100));
            await play.RunAsync(() => strategy, evaluations);
            accuracies.Add(play.Proposed.Select(Result).MaxBy(result => result.Validation)!.Test);
        }

        return accuracies;
    }

    private static void AssertAgrees(IReadOnlyList<double> accuracies, Control control)
    {
        var bound = StandardErrors * StandardError(accuracies, control);
        Assert.InRange(accuracies.Average(), control.Mean - bound, control.Mean + bound);
    }

    private static double StandardError(IReadOnlyList<double> accuracies, Control control)
    {
        var mean = accuracies.Average();
        var variance = accuracies.Sum(accuracy => (accuracy - mean) * (accuracy - mean)) / (accuracies.Count - 1);
        return Math.Sqrt((variance / accuracies.Count) + (control.Deviation * control.Deviation / control.Seeds));
    }

    private static CellResult Result(Candidate candidate) => Cells.Value[((SpaceOrigin)candidate.Origin).Answers];
}
