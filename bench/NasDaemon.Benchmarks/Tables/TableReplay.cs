using System.Diagnostics;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Datasets.Vision;
using NasDaemon.Engines.Table;
using NasDaemon.Estimation.Asha;
using NasDaemon.LanguageModels.LlamaCpp.Loading;
using NasDaemon.Search.Bayesian;
using NasDaemon.Search.Choosing;
using NasDaemon.Search.Evolution;
using NasDaemon.Search.Spaces;
using NasDaemon.Stores.Memory;
using NasDaemon.Testing.Tables;

namespace NasDaemon.Benchmarks.Tables;

/// <summary>Strategies on the table of NAS-Bench-201, through the whole pipeline: what they reach, and what a training costs.</summary>
internal static class TableReplay
{
    private const int Sequences = 4;

    /// <summary>Runs a strategy that asks a language model over many seeds on CIFAR-10, and tells the figures.</summary>
    /// <param name="path">The model's file.</param>
    /// <param name="strategy">The strategy as a task file names it.</param>
    /// <param name="seeds">How many seeds.</param>
    /// <param name="trainings">How many trainings a search.</param>
    /// <param name="threads">Threads that compute.</param>
    /// <param name="memory">The file that keeps what was asked, for the next run; null to keep it in this run alone.</param>
    public static async Task RunWithModelAsync(string path, string strategy, int seeds, int trainings, int threads, string? memory)
    {
        var loader = new LlamaCppLoader(
            new LlamaCppOptions { Path = path, Context = 8192, Threads = threads, Sequences = Sequences }, Path.GetDirectoryName(path)!, TimeProvider.System);
        await using var model = (ISteerableLanguageModel)await loader.LoadAsync("bench", CancellationToken.None);
        await RunAsync(strategy, "cifar10", seeds, trainings, 200, new RememberingScorer(model, memory));
    }

    /// <summary>Runs a strategy over many seeds and tells the figures.</summary>
    /// <param name="strategy">The strategy as a task file names it.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="seeds">How many seeds.</param>
    /// <param name="trainings">How many trainings a search.</param>
    /// <param name="epochs">After how many epochs the search sees a network.</param>
    /// <param name="model">The language model; null for strategies that ask none.</param>
    public static async Task RunAsync(string strategy, string dataset, int seeds, int trainings, int epochs, ILanguageModel? model = null)
    {
        var search = new TableSearch(
            new TablePlugin(),
            new SpacesPlugin(),
            new EvolutionPlugin(),
            new BayesianPlugin(),
            new ChoosingPlugin(),
            new EstimationPlugin(),
            new VisionPlugin(),
            new MemoryStorePlugin())
        {
            Model = model is null ? null : _ => Task.FromResult(model),
        };
        var reports = new TaskReport[seeds];
        var (watch, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var together = new ParallelOptions { MaxDegreeOfParallelism = model is null ? Environment.ProcessorCount : Sequences };
        await Parallel.ForEachAsync(Enumerable.Range(0, seeds), together, async (seed, _) =>
        {
            reports[seed] = await search.RunAsync(Yaml(strategy, dataset, seed, trainings, epochs));
            Console.WriteLine($"  seed {seed}: {100 * reports[seed].Best!.Test.Accuracy:0.00} after {watch.Elapsed.TotalSeconds:0} s");
        });
        var spent = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Console.WriteLine($"{strategy} on {dataset}, {seeds} seeds of {trainings} trainings seen after {epochs} epochs");
        Console.WriteLine($"  test accuracy     {Spread([.. reports.Select(report => 100 * report.Best!.Test.Accuracy)])}");
        Console.WriteLine($"  validation regret {Spread([.. reports.Select(report => 100 * report.Table!.Regret!.Value)])}");
        Console.WriteLine($"  candidates        {Spread([.. reports.Select(report => (double)report.Funnel.Proposed)])}");
        foreach (var note in reports[0].Notes)
        {
            Console.WriteLine($"  {note}");
        }

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
