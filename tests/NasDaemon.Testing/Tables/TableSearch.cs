using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Candidates;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Searching;
using NasDaemon.Pipeline.Tables;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Testing.Tables;

/// <summary>
/// Runs whole tasks whose trainings a published table answers: the task loop, tracing, the books and a store in memory, as in the daemon,
/// and nothing else. Each task begins with an empty store unless one is given. Tasks may run at once.
/// </summary>
public sealed class TableSearch
{
    private readonly ComponentCatalogue _catalogue = ComponentCatalogue.Empty;
    private readonly DaemonFolders _folders;
    private readonly TaskReader _reader;
    private readonly TrainingTables _tables;
    private readonly ImmutableArray<DatasetInfo> _datasets;

    /// <summary>Takes the components.</summary>
    /// <param name="plugins">The plugins: that of the tables, of spaces, strategies, estimators, data sets and a store.</param>
    public TableSearch(params IPlugin[] plugins)
    {
        foreach (var plugin in plugins)
        {
            var registry = new PluginRegistry(plugin.GetType().Name, _catalogue);
            plugin.Register(registry);
            Assert.Empty(registry.Problems);
            _catalogue = _catalogue.Add(registry.Components);
        }

        var data = Path.GetDirectoryName(Path.GetDirectoryName(SharedData.Find("nasbench", "nas-bench-201.csv")))!;
        _folders = new DaemonFolders("inbox", "outbox", Path.Combine(Path.GetTempPath(), "nasdaemon-no-state"), data, "models");
        _datasets = [.. _catalogue.Datasets.SelectMany(datasets => datasets.Create(Context(OptionValues.None)).Datasets)];
        _reader = new TaskReader(_catalogue, _datasets, _ => new ModelChoice(new NamedLanguageModel("given", "given", OptionValues.None), null));
        _tables = new TrainingTables(_catalogue, _folders, TimeProvider.System, NullLoggerFactory.Instance);
    }

    /// <summary>What a task needs its language model from; null where there is none.</summary>
    public Func<CancellationToken, Task<ILanguageModel>>? Model { get; init; }

    /// <summary>Makes an empty store in memory.</summary>
    /// <returns>The store.</returns>
    public ITrialStore NewStore() => _catalogue.Stores["memory"].Create(Context(OptionValues.None));

    /// <summary>Runs a task.</summary>
    /// <param name="yaml">The task, as in a file of the inbox.</param>
    /// <param name="earlier">A store with earlier tasks; null for an empty one.</param>
    /// <param name="id">The task's id.</param>
    /// <returns>Its report.</returns>
    public async Task<TaskReport> RunAsync(string yaml, ITrialStore? earlier = null, string id = "task")
    {
        var reading = _reader.ReadText(yaml, "task.yaml");
        Assert.Empty(reading.Problems);
        using var own = earlier is null ? NewStore() : null;
        var setup = Setup(id, reading.Task!, (earlier ?? own)!);
        await using var runner = new TaskRunner(setup, new Silence(), NullLogger<TaskRunner>.Instance);
        var record = new TaskRecord(id, yaml, "task.yaml", TaskState.Waiting, 1, DateTimeOffset.UnixEpoch);
        var outcome = await runner.RunAsync(record, CancellationToken.None, CancellationToken.None);
        Assert.Null(outcome.Message);
        return outcome.Report!;
    }

    private SearchSetup Setup(string id, SearchTask task, ITrialStore store)
    {
        var info = _datasets.Single(dataset => dataset.Name == task.Dataset.Name);
        var shape = new NetworkShape(info.SampleShape, info.Classes.Length);
        var (tracer, random, archive) = (new ArchitectureTracer(TracingLimits.Default), new RandomStreams(task.Seed), new StoreArchive(store, id));
        var sampler = new SpaceSampler(_catalogue.Spaces[task.Space.Name].Create(Context(task.Space.Options)), shape);
        StrategyContext ForStrategy(string name, OptionValues options) => new(Context(options), task, shape, sampler, random, archive)
        {
            Sources = new SourceReader(task, shape, tracer),
            Strategies = new StrategyFactory(_catalogue.Strategies, ForStrategy),
            Model = Model,
        };
        var strategy = _catalogue.Strategies[task.Strategy.Name].Create(ForStrategy(task.Strategy.Name, task.Strategy.Options));
        var estimator = _catalogue.Estimators[task.Estimator.Name].Create(new EstimatorContext(Context(task.Estimator.Options), task, random, archive));
        var table = _tables.Find(task.Engine)!;
        return new SearchSetup(task, shape, strategy, estimator, tracer, store, NoExecutor.Instance, _folders.State, TimeProvider.System).On(table);
    }

    private ComponentContext Context(OptionValues options) => new(options, _folders, TimeProvider.System, NullLoggerFactory.Instance);

    private sealed class Silence : IProgress<TaskProgress>
    {
        public void Report(TaskProgress value)
        {
            // Nobody watches.
        }
    }
}
