using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Estimation.Asha;
using NasDaemon.Pipeline.Experiments;
using NasDaemon.Pipeline.Experiments.Running;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.LanguageModels.Metering;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Searching;
using NasDaemon.Pipeline.Tables;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Pipeline.Tests.Plugins;
using NasDaemon.Pipeline.Tests.Tasks;
using NasDaemon.Pipeline.Tests.Workers;
using NasDaemon.Pipeline.Workers;
using NasDaemon.Search.Evolution;
using NasDaemon.Search.Spaces;
using NasDaemon.Stores.Sqlite;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Experiments;

/// <summary>A daemon's parts around an experiment: real spaces, strategies and store, real worker processes whose figures follow from the network.</summary>
internal sealed class ExperimentFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ComponentCatalogue _catalogue = RealPlugins.Register(new SpacesPlugin(), new EvolutionPlugin(), new EstimationPlugin(), new SqliteStorePlugin()) with
    {
        Engines = KnownComponents.Catalogue.Engines,
    };

    private readonly DaemonFolders _folders;

    public ExperimentFixture()
    {
        _folders = new DaemonFolders(_folder.Combine("inbox"), _folder.Combine("outbox"), _folder.Combine("state"), _folder.Combine("data"), _folder.Combine("models"));
        Store = MemoryStore();
    }

    public ITrialStore Store { get; }

    /// <summary>The runs whose reports were published.</summary>
    public List<string> Published { get; } = [];

    /// <summary>What was told of the experiment.</summary>
    public List<TaskProgress> Progress { get; } = [];

    /// <summary>What the workers trained, line by line.</summary>
    public string[] Journal => File.Exists(JournalFile) ? File.ReadAllLines(JournalFile) : [];

    private string JournalFile => _folder.Combine("journal");

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }

    /// <summary>Reads an experiment.</summary>
    public ExperimentPlan Read(string yaml)
    {
        var reading = new TaskReader(_catalogue, KnownComponents.Datasets, KnownComponents.AnyModel).ReadText(yaml, "compare.yaml");
        Assert.Empty(reading.Problems);
        return reading.Experiment!;
    }

    /// <summary>Runs an experiment, or goes on with it, in a daemon of its own.</summary>
    public async Task<ExperimentOutcome> RunAsync(
        ExperimentPlan plan, Action<TaskProgress>? onProgress = null, CancellationToken cancelled = default, CancellationToken stopping = default)
    {
        await using var executor = new LocalTrialExecutor(
            TestWorkers.Settings(slots: 2), TestWorkers.CommandLine("none", JournalFile), TimeProvider.System, NullLogger<LocalTrialExecutor>.Instance);
        using var host = new ChildLanguageModelHost(
            TestWorkers.CommandLine(), new WorkerSettings().SilenceLimit, TimeProvider.System, NullLogger<ChildLanguageModelHost>.Instance, _ => { });
        var models = new LanguageModelCatalogue(new LanguageModelSettings(null, []), null, new ModelFolder(_folders.Models), _catalogue.LanguageModels, Context, host);
        await using var leases = new LanguageModelLeases(models, new TokenMeter(TimeProvider.System));
        var runners = new TaskRunnerFactory(
            _catalogue,
            Store,
            executor,
            new TrainingTables(_catalogue, _folders, TimeProvider.System, NullLoggerFactory.Instance),
            leases,
            new ArchitectureTracer(TracingLimits.Default),
            _folders,
            TimeProvider.System,
            NullLoggerFactory.Instance);
        var parts = new ExperimentParts(runners, Store, MemoryStore, executor, _ => new NetworkShape([1, 28, 28], 10), PublishAsync, new SteppingTime());
        var record = Store.Task("compare") ?? new TaskRecord("compare", "kind: experiment\n", "compare.yaml", TaskState.Searching, 1, DateTimeOffset.UnixEpoch);
        Store.Commit(new StoreChange { Tasks = [record] });
        return await new ExperimentRunner(parts, NullLogger<ExperimentRunner>.Instance).RunAsync(record, plan, new Teller(this, onProgress), cancelled, stopping);
    }

    private Task PublishAsync(ExperimentRun run, TaskReport report)
    {
        lock (Published)
        {
            Published.Add(run.Id);
        }

        return Task.CompletedTask;
    }

    private ITrialStore MemoryStore() =>
        _catalogue.Stores["sqlite"].Create(Context(new OptionValues(ImmutableSortedDictionary<string, JsonValue>.Empty.Add("in_memory", JsonValue.Create(true)))));

    private ComponentContext Context(OptionValues options) => new(options, _folders, TimeProvider.System, NullLoggerFactory.Instance);

    /// <summary>A second passes whenever somebody looks at the clock, so that everything that happens is told.</summary>
    private sealed class SteppingTime : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
    }

    private sealed class Teller(ExperimentFixture fixture, Action<TaskProgress>? onProgress) : IProgress<TaskProgress>
    {
        public void Report(TaskProgress value)
        {
            fixture.Progress.Add(value);
            onProgress?.Invoke(value);
        }
    }
}
