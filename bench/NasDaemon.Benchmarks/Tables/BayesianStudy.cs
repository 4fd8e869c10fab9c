using System.Diagnostics;
using System.Globalization;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Datasets.Vision;
using NasDaemon.Engines.Table;
using NasDaemon.Estimation.Asha;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Statistics;
using NasDaemon.Search.Bayesian;
using NasDaemon.Search.Evolution;
using NasDaemon.Search.Spaces;
using NasDaemon.Stores.Memory;
using NasDaemon.Testing.Tables;

namespace NasDaemon.Benchmarks.Tables;

/// <summary>The strategy <c>bayesian</c> on the table of NAS-Bench-201: alone, after a search on another data set, and after one whose results were made misleading.</summary>
/// <param name="seeds">Over how many seeds.</param>
internal sealed class BayesianStudy(int seeds)
{
    private const int EarlierTrainings = 100;

    private readonly TableSearch _search =
        new(new TablePlugin(), new SpacesPlugin(), new EvolutionPlugin(), new BayesianPlugin(), new EstimationPlugin(), new VisionPlugin(), new MemoryStorePlugin());

    private enum Earlier
    {
        Nothing,
        Right,
        Shuffled,
        Reversed,
    }

    /// <summary>Runs every arm and prints a line each.</summary>
    /// <returns>When all are done.</returns>
    public async Task RunAsync()
    {
        Console.WriteLine("data set, earlier search, trainings: test accuracy of the best by validation with its 95 % interval; validation regret; ms of processor time a training");
        foreach (var dataset in (string[])["cifar10", "cifar100", "imagenet16-120"])
        {
            foreach (var trainings in (int[])[25, 50, 100])
            {
                await RunAsync(dataset, null, Earlier.Nothing, trainings);
            }
        }

        await RunAsync("cifar10", "cifar100", Earlier.Right, 10);
        await RunAsync("cifar10", "cifar100", Earlier.Right, 25);
        await RunAsync("cifar100", "cifar10", Earlier.Right, 25);
        await RunAsync("cifar10", "cifar100", Earlier.Shuffled, 100);
        await RunAsync("cifar10", "cifar100", Earlier.Reversed, 100);
    }

    private async Task RunAsync(string dataset, string? source, Earlier earlier, int trainings)
    {
        var (tests, regrets) = (new double[seeds], new double[seeds]);
        var processor = TimeSpan.Zero;
        foreach (var seed in Enumerable.Range(0, seeds))
        {
            using var store = source is null ? _search.NewStore() : await EarlierAsync(source, earlier, seed);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var report = await _search.RunAsync(Yaml(dataset, "bayesian", seed, trainings), store);
            processor += Process.GetCurrentProcess().TotalProcessorTime - before;
            (tests[seed], regrets[seed]) = (100 * report.Best!.Test.Accuracy, 100 * report.Table!.Regret!.Value);
        }

        var interval = Bootstrap.MeanInterval(tests, new RandomStreams(0).Open("bootstrap"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{dataset}, {(source is null ? "none" : $"{EarlierTrainings} random cells on {source}, {earlier}")}, {trainings}: {tests.Average():0.000} [{interval!.Low:0.000}, {interval.High:0.000}]; {regrets.Average():0.000}; {processor.TotalMilliseconds / seeds / trainings:0.0}"));
    }

    private async Task<ITrialStore> EarlierAsync(string source, Earlier earlier, int seed)
    {
        var store = _search.NewStore();
        await _search.RunAsync(Yaml(source, "random", seed + 10_000, EarlierTrainings), store, "earlier");
        if (earlier == Earlier.Right)
        {
            return store;
        }

        using (store)
        {
            var misleading = _search.NewStore();
            var trials = store.Trials("earlier").Where(trial => trial is { Kind: TrialKind.Search, Score: not null }).ToList();
            var accuracies = trials.Select(trial => trial.Score!.ValidationAccuracy).ToArray();
            var random = new RandomStreams(seed).Open("mislead");
            var (lowest, highest) = (accuracies.Min(), accuracies.Max());
            var changed = earlier == Earlier.Reversed ? Array.ConvertAll(accuracies, accuracy => lowest + highest - accuracy) : [.. accuracies.OrderBy(_ => random.NextDouble())];
            misleading.Commit(new StoreChange
            {
                Tasks = [store.Task("earlier")!],
                Candidates = [.. store.Candidates("earlier")],
                Trials = [.. trials.Zip(changed, (trial, accuracy) => trial with { Score = trial.Score! with { ValidationAccuracy = accuracy } })],
            });
            return misleading;
        }
    }

    private static string Yaml(string dataset, string strategy, int seed, int trainings) => $$"""
        dataset: {{dataset}}
        search: { space: cell, strategy: {{strategy}} }
        training: { epochs: 200 }
        final: { epochs: 200 }
        budget: { trials: {{trainings}} }
        engine: nas-bench-201
        seed: {{seed}}
        """;
}
