using NasDaemon.Datasets.Vision;
using NasDaemon.Engines.Table;
using NasDaemon.Estimation.Asha;
using NasDaemon.Search.Evolution;
using NasDaemon.Search.Spaces;
using NasDaemon.Stores.Memory;
using NasDaemon.Testing.Tables;

namespace NasDaemon.Search.Bayesian.Tests.Archives;

/// <summary>Searches on the table of NAS-Bench-201 behind an archive whose results are wrong.</summary>
public sealed class MisleadingArchiveTests
{
    private const int Seeds = 2;
    private const int Trainings = 100;
    private const double MostCost = 0.1;

    // Every network is traced, and these in a third of the time that the published ones take.
    private const string Space = "cell";

    private static readonly TableSearch Search =
        new(new TablePlugin(), new SpacesPlugin(), new EvolutionPlugin(), new BayesianPlugin(), new EstimationPlugin(), new VisionPlugin(), new MemoryStorePlugin());

    private static readonly Lazy<Task<double>> Alone = new(() => MeanAsync(null));

    [Theory]
    [InlineData(EarlierResults.Shuffled)]
    [InlineData(EarlierResults.Reversed)]
    public async Task Search_MisleadingArchive_CostsNoMoreThanATenthOfAPoint(EarlierResults results)
    {
        var (alone, misled) = (await Alone.Value, await MeanAsync(results));

        Assert.InRange(alone - misled, double.NegativeInfinity, MostCost);
    }

    private static async Task<double> MeanAsync(EarlierResults? results)
    {
        var accuracies = new List<double>();
        foreach (var seed in Enumerable.Range(0, Seeds))
        {
            using var store = results is { } kind ? await new EarlierSearch(Search, Trainings, Space).MakeAsync("cifar100", seed + 10_000, kind) : Search.NewStore();
            var report = await Search.RunAsync(TableTasks.Yaml("cifar10", "bayesian", seed, Trainings, Space), store);
            accuracies.Add(100 * report.Best!.Test.Accuracy);
        }

        return accuracies.Average();
    }
}
