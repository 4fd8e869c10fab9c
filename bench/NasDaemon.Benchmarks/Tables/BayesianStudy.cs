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

/// <summary>
/// The strategy <c>bayesian</c> on the table of NAS-Bench-201: alone, after a search on another data set, and after one whose results were made
/// misleading; and on that of NAS-Bench-Macro beside others.
/// </summary>
/// <param name="seeds">Over how many seeds.</param>
internal sealed class BayesianStudy(int seeds)
{
    private const int EarlierTrainings = 100;
    private const int ManyTrainings = 1000;
    private const int FurtherTrainings = 500;
    private const int MacroTrainings = 100;

    private readonly TableSearch _search =
        new(new TablePlugin(), new SpacesPlugin(), new EvolutionPlugin(), new BayesianPlugin(), new EstimationPlugin(), new VisionPlugin(), new MemoryStorePlugin());

    /// <summary>Runs a part of the study and prints a line an arm.</summary>
    /// <param name="part">The part: alone, archive, misleading, macro or time; null runs all of them.</param>
    /// <returns>When all is done.</returns>
    public async Task RunAsync(string? part)
    {
        Console.WriteLine("data set, earlier search, trainings: test accuracy of the best by validation with its 95 % interval; validation regret; ms of processor time a training");
        (string Name, Func<Task> Run)[] parts = [("archive", ArchiveAsync), ("alone", AloneAsync), ("misleading", MisleadingAsync), ("macro", MacroAsync), ("time", TimeAsync)];
        foreach (var (_, run) in parts.Where(known => part is null || known.Name == part))
        {
            await run();
        }
    }

    private async Task AloneAsync()
    {
        foreach (var dataset in (string[])["cifar10", "cifar100", "imagenet16-120"])
        {
            foreach (var trainings in (int[])[25, 100])
            {
                await RunAsync(dataset, null, null, trainings);
            }
        }
    }

    private async Task ArchiveAsync()
    {
        await RunAsync("cifar10", "cifar100", EarlierResults.Right, 10);
        await RunAsync("cifar10", "cifar100", EarlierResults.Right, 25);
        await RunAsync("cifar100", "cifar10", EarlierResults.Right, 25);
    }

    private async Task MisleadingAsync()
    {
        await RunAsync("cifar10", "cifar100", EarlierResults.Shuffled, 100);
        await RunAsync("cifar10", "cifar100", EarlierResults.Reversed, 100);
    }

    private async Task TimeAsync()
    {
        // The space is listed once for all runs.
        await ProcessorTimeAsync(1);
        var (begun, whole) = (await ProcessorTimeAsync(ManyTrainings), await ProcessorTimeAsync(ManyTrainings + FurtherTrainings));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"a proposal behind {ManyTrainings} trainings, the whole pipeline with it: {(whole - begun).TotalMilliseconds / FurtherTrainings:0} ms of processor time"));
    }

    private async Task MacroAsync()
    {
        foreach (var strategy in (string[])["random", "evolution", "bayesian"])
        {
            await RunArmAsync(
                $"{strategy} on nas-bench-macro", seed => TableTasks.MacroYaml(strategy, seed, MacroTrainings), _ => Task.FromResult(_search.NewStore()), MacroTrainings);
        }
    }

    private Task RunAsync(string dataset, string? source, EarlierResults? earlier, int trainings) => RunArmAsync(
        $"{dataset}, {(source is null ? "none" : $"{EarlierTrainings} random cells on {source}, {earlier}")}",
        seed => TableTasks.Yaml(dataset, "bayesian", seed, trainings),
        seed => source is null ? Task.FromResult(_search.NewStore()) : new EarlierSearch(_search, EarlierTrainings).MakeAsync(source, seed + 10_000, earlier!.Value),
        trainings);

    private async Task RunArmAsync(string name, Func<int, string> yaml, Func<int, Task<ITrialStore>> makeStore, int trainings)
    {
        var (tests, regrets) = (new double[seeds], new double[seeds]);
        var processor = TimeSpan.Zero;
        foreach (var seed in Enumerable.Range(0, seeds))
        {
            using var store = await makeStore(seed);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var report = await _search.RunAsync(yaml(seed), store);
            processor += Process.GetCurrentProcess().TotalProcessorTime - before;
            (tests[seed], regrets[seed]) = (100 * report.Best!.Test.Accuracy, 100 * report.Table!.Regret!.Value);
        }

        var interval = Bootstrap.MeanInterval(tests, new RandomStreams(0).Open("bootstrap"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}, {trainings}: {tests.Average():0.000} [{interval!.Low:0.000}, {interval.High:0.000}]; {regrets.Average():0.000}; {processor.TotalMilliseconds / seeds / trainings:0.0}"));
    }

    private async Task<TimeSpan> ProcessorTimeAsync(int trainings)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await _search.RunAsync(TableTasks.Yaml("cifar10", "bayesian", 0, trainings));
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }
}
