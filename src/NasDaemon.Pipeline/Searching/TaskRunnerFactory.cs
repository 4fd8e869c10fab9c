using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Archives;
using NasDaemon.Pipeline.Candidates;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Tables;

namespace NasDaemon.Pipeline.Searching;

/// <summary>Makes the runner of a task from the components that the task names.</summary>
/// <param name="catalogue">The components.</param>
/// <param name="store">Keeps every step.</param>
/// <param name="executor">Runs trials.</param>
/// <param name="tables">The tables that answer trials in its place.</param>
/// <param name="models">Lends language models.</param>
/// <param name="tracer">Turns candidates into architectures.</param>
/// <param name="folders">Where the daemon keeps things.</param>
/// <param name="time">The clock.</param>
/// <param name="logging">Makes loggers.</param>
public sealed class TaskRunnerFactory(
    ComponentCatalogue catalogue,
    ITrialStore store,
    ITrialExecutor executor,
    TrainingTables tables,
    LanguageModelLeases models,
    ArchitectureTracer tracer,
    DaemonFolders folders,
    TimeProvider time,
    ILoggerFactory logging)
{
    /// <summary>Makes a runner.</summary>
    /// <param name="id">The task's id.</param>
    /// <param name="task">What is asked.</param>
    /// <param name="shape">What its networks read and return.</param>
    /// <param name="progress">Told where the task stands.</param>
    /// <param name="scope">Another store and other workers for this task alone; null for those of all.</param>
    /// <returns>The runner, for one run.</returns>
    /// <exception cref="LanguageModelException">The task needs a language model and there is none; the failure says what helps.</exception>
    public TaskRunner Create(string id, SearchTask task, NetworkShape shape, IProgress<TaskProgress> progress, RunnerScope? scope = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        scope ??= new RunnerScope(store, executor);
        var notes = new TaskNotes();
        var lease = Lease(task, notes.Add);
        var archive = new StoreArchive(scope.Store, id, Earlier(task.Prior));
        var random = new RandomStreams(task.Seed);
        var space = catalogue.Spaces[task.Space.Name].Create(Context(task.Space));
        StrategyContext ForStrategy(string name, OptionValues options) =>
            new(Context(new ComponentSelection(name, options)), task, shape, new SpaceSampler(space, shape), random, archive)
            {
                Sources = new SourceReader(task, shape, tracer),
                Strategies = new StrategyFactory(catalogue.Strategies, ForStrategy),
                Model = lease is null ? null : lease.GetAsync,
            };
        var context = ForStrategy(task.Strategy.Name, task.Strategy.Options);
        var strategy = catalogue.Strategies[task.Strategy.Name].Create(context);
        strategy = task.WarmStart > 0 ? new WarmStart(strategy, context, task.WarmStart) : strategy;
        var estimator = catalogue.Estimators[task.Estimator.Name].Create(new EstimatorContext(Context(task.Estimator), task, random, archive));
        var setup = new SearchSetup(task, shape, strategy, estimator, tracer, scope.Store, scope.Executor, folders.State, time) { Notes = notes };
        setup = tables.Find(task.Engine) is { } table ? setup.On(table) : setup;
        return new TaskRunner(setup, progress, logging.CreateLogger<TaskRunner>()) { Lease = lease };
    }

    private static IReadOnlyList<ArchivedTrial>? Earlier(PriorSelection prior) => prior switch
    {
        { File: { } file } => ArchiveFile.Read(file),
        { UsesArchive: false } => [],
        _ => null,
    };

    /// <summary>Claims the language model of a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="note">Told in a sentence what happens to the model while the claim holds.</param>
    /// <returns>The claim; null where the task asks no model.</returns>
    /// <exception cref="LanguageModelException">The task needs a language model and there is none.</exception>
    internal LanguageModelLease? Lease(SearchTask task, Action<string> note) =>
        catalogue.Strategies[task.Strategy.Name].Description.NeedsLanguageModel || task.Model is not null ? models.Lease(task.Model, note) : null;

    private ComponentContext Context(ComponentSelection selection) => new(selection.Options, folders, time, logging);
}
