using System.Diagnostics;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Datasets.Vision;
using NasDaemon.Engines.Table;
using NasDaemon.Estimation.Asha;
using NasDaemon.Search.Bayesian;
using NasDaemon.Search.Evolution;
using NasDaemon.Search.Spaces;
using NasDaemon.Stores.Memory;
using NasDaemon.Testing.Tables;

namespace NasDaemon.Benchmarks.Tables;

/// <summary>Strategies on the table of NAS-Bench-201, through the whole pipeline: what they reach, and what a training costs.</summary>
internal static class TableReplay
{
    /// <summary>Runs a strategy over many seeds and tells the figures.</summary>
    /// <param name="strategy">The strategy as a task file names it.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="seeds">How many seeds.</param>
    /// <param name="trainings">How many trainings a search.</param>
    /// <param name="epochs">After how many epochs the search sees a network.</param>
    public static async Task RunAsync(string strategy, string dataset, int seeds, int trainings, int epochs)
    {
        var search = new TableSearch(new TablePlugin(), new SpacesPlugin(), new EvolutionPlugin(), new BayesianPlugin(), new EstimationPlugin(), new VisionPlugin(), new MemoryStorePlugin());
        var reports = new TaskReport[seeds];
        var (watch, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        await Parallel.ForEachAsync(Enumerable.Range(0, seeds), async (seed, _) =>
            reports[seed] = await search.RunAsync(Yaml(strategy, dataset, seed, trainings, epochs)));
        var spent = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Console.WriteLine($"{strategy} on {dataset}, {seeds} seeds of {trainings} trainings seen after {epochs} epochs");
        Console.WriteLine($"  test accuracy     {Spread([.. reports.Select(report => 100 * report.Best!.Test.Accuracy)])}");
        Console.WriteLine($"  validation regret {Spread([.. reports.Select(report => 100 * report.Table!.Regret!.Value)])}");
        Console.WriteLine($"  candidates        {Spread([.. reports.Select(report => (double)report.Funnel.Proposed)])}");
        Console.WriteLine($"  took {watch.Elapsed.TotalSeconds:0.0} s, {spent.TotalMilliseconds / reports.Sum(report => report.Trials.Length):0.00} ms of processor time a training");
    }

    private static string Yaml(string strategy, string dataset, int seed, int trainings, int epochs) => $$"""
        dataset: {{dataset}}
        search: { space: nas-bench-201, strategy: {{strategy}} }
        training: { epochs: {{epochs}} }
        final: { epochs: 200 }
        budget: { trials: {{trainings}} }
        engine: nas-bench-201
        seed: {{seed}}
        """;

    private static string Spread(double[] figures)
    {
        var mean = figures.Average();
        return $"{mean:0.000} ± {Math.Sqrt(figures.Sum(figure => (figure - mean) * (figure - mean)) / Math.Max(1, figures.Length - 1)):0.000}";
    }
}
