using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Estimation.Asha;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Searching;
using NasDaemon.Pipeline.Tests.Workers;
using NasDaemon.Pipeline.Workers;
using NasDaemon.Stores.Sqlite;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Searching;

/// <summary>A daemon's parts around a task runner: the real store, the real estimators, real worker processes.</summary>
internal sealed class RunnerFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ComponentCatalogue _catalogue;
    private readonly ComponentContext _context;

    public RunnerFixture()
    {
        var registry = new PluginRegistry("test", ComponentCatalogue.Empty);
        new SqliteStorePlugin().Register(registry);
        new EstimationPlugin().Register(registry);
        _catalogue = registry.Components;
        var folders = new DaemonFolders(_folder.Combine("inbox"), _folder.Combine("outbox"), _folder.Combine("state"), _folder.Combine("data"), _folder.Combine("models"));
        var inMemory = new OptionValues(ImmutableSortedDictionary<string, JsonValue>.Empty.Add("in_memory", JsonValue.Create(true)));
        _context = new ComponentContext(inMemory, folders, TimeProvider.System, NullLoggerFactory.Instance);
        Store = _catalogue.Stores["sqlite"].Create(_context);
        Store.Commit(new StoreChange { Candidates = [.. Enumerable.Range(1, 40).Select(Library)] });
    }

    public ITrialStore Store { get; }

    public List<TaskProgress> Progress { get; } = [];

    public string Misbehaviour { get; set; } = "none";

    public string Delay { get; set; } = "0";

    public int Slots { get; set; } = 1;

    /// <summary>A worker program that takes the place of the tests' own.</summary>
    public WorkerCommandLine? Program { get; set; }

    /// <summary>What the workers trained, line by line.</summary>
    public string[] Journal => File.Exists(JournalFile) ? File.ReadAllLines(JournalFile) : [];

    private string JournalFile => _folder.Combine("journal");

    /// <summary>A source whose network the store knows: two linear layers with so many numbers between.</summary>
    public static string Source(int width) => $"network of width {width}";

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }

    /// <summary>Runs a task, or goes on with it, in a daemon of its own.</summary>
    public async Task<TaskOutcome> RunAsync(
        SearchTask task,
        ISearchStrategy strategy,
        string id = "task",
        ITrialStore? store = null,
        Action<TaskProgress>? onProgress = null,
        CancellationToken cancelled = default,
        CancellationToken stopping = default)
    {
        await using var executor = new LocalTrialExecutor(
            TestWorkers.Settings(Slots), Program ?? TestWorkers.CommandLine(Misbehaviour, JournalFile, Delay), TimeProvider.System, NullLogger<LocalTrialExecutor>.Instance);
        store ??= Store;
        var estimator = _catalogue.Estimators[task.Estimator.Name].Create(
            new EstimatorContext(_context with { Options = task.Estimator.Options }, task, new RandomStreams(task.Seed), new StoreArchive(store, id)));
        var setup = new SearchSetup(
            task,
            new NetworkShape([1], 10),
            strategy,
            estimator,
            new ArchitectureTracer(TracingLimits.Default),
            store,
            executor,
            _context.Folders.State,
            TimeProvider.System);
        var record = Store.Task(id) ?? new TaskRecord(id, "name: sample\n", "sample.yaml", TaskState.Waiting, 1, DateTimeOffset.UnixEpoch);
        var progress = new ProgressList(status =>
        {
            Progress.Add(status);
            onProgress?.Invoke(status);
        });
        return await new TaskRunner(setup, progress, NullLogger<TaskRunner>.Instance).RunAsync(record, cancelled, stopping);
    }

    /// <summary>The options of successive halving.</summary>
    public static ComponentSelection Asha(int reductionFactor, int minimumEpochs) => new("asha", new OptionValues(
        ImmutableSortedDictionary<string, JsonValue>.Empty
            .Add("reduction_factor", JsonValue.Create((long)reductionFactor))
            .Add("min_epochs", JsonValue.Create((long)minimumEpochs))));

    private static CandidateRecord Library(int number)
    {
        var source = Source(number);
        return new CandidateRecord(
            "library",
            number,
            new Candidate(source, new SpaceOrigin("listed", [], new AnswerList([]))),
            CandidateState.Trial,
            SourceFingerprint.Compute(source),
            "",
            SampleTasks.Network(number),
            null,
            null,
            null,
            DateTimeOffset.UnixEpoch);
    }

    private sealed class ProgressList(Action<TaskProgress> add) : IProgress<TaskProgress>
    {
        public void Report(TaskProgress value) => add(value);
    }
}
