using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Composition;

/// <summary>Makes the components of plugins that belong to the daemon rather than to a task.</summary>
/// <param name="catalogue">What the plugins bring.</param>
/// <param name="folders">Where the daemon keeps things.</param>
/// <param name="time">The clock.</param>
/// <param name="logging">Makes loggers.</param>
internal sealed class Components(ComponentCatalogue catalogue, DaemonFolders folders, TimeProvider time, ILoggerFactory logging)
{
    private const string Store = "sqlite";
    private const string MemoryStore = "memory";
    private const string StoreFile = "nasdaemon.db";

    /// <summary>What the plugins bring.</summary>
    public ComponentCatalogue Catalogue => catalogue;

    /// <summary>Where the daemon keeps things.</summary>
    public DaemonFolders Folders => folders;

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>What a component of a task is created with.</summary>
    /// <param name="options">Its options.</param>
    /// <returns>The context.</returns>
    public ComponentContext Context(OptionValues options) => new(options, folders, time, logging);

    /// <summary>Opens the store for the daemon.</summary>
    /// <returns>The store.</returns>
    public ITrialStore OpenStore() => catalogue.Stores[Store].Create(Context(DefaultOptions.Of(catalogue.Stores[Store].Description)));

    /// <summary>Makes a store that forgets everything at its end.</summary>
    /// <returns>The store.</returns>
    public ITrialStore OpenMemoryStore()
    {
        var store = catalogue.Stores.Find(MemoryStore) is null ? catalogue.Stores[Store] : catalogue.Stores[MemoryStore];
        return store.Create(Context(DefaultOptions.Of(store.Description).WithFlag("in_memory")));
    }

    /// <summary>Opens the store beside a daemon that may be running, for reading only.</summary>
    /// <returns>The store; null where no daemon has run yet.</returns>
    public ITrialStore? ReadStore()
    {
        var store = catalogue.Stores[Store];
        return File.Exists(Path.Combine(folders.State, StoreFile))
            ? store.Create(Context(DefaultOptions.Of(store.Description).WithFlag("read_only")))
            : null;
    }

    /// <summary>Makes a reader of task files that knows every component and data set.</summary>
    /// <param name="engine">The engine of tasks that name none.</param>
    /// <param name="models">Finds language models.</param>
    /// <returns>The reader.</returns>
    public TaskReader TaskReader(string engine, LanguageModelCatalogue models) =>
        new(catalogue, Datasets().SelectMany(provider => provider.Datasets), models.Find, engine);

    /// <summary>Makes every provider of data sets.</summary>
    /// <returns>The providers.</returns>
    public ImmutableArray<IDatasetProvider> Datasets() =>
        [.. catalogue.Datasets.Select(datasets => datasets.Create(Context(DefaultOptions.Of(datasets.Description))))];

    /// <summary>Makes every report writer.</summary>
    /// <returns>The writers.</returns>
    public ImmutableArray<IReportWriter> Reports() =>
        [.. catalogue.Reports.Select(report => report.Create(Context(DefaultOptions.Of(report.Description))))];

    /// <summary>Makes what loads a language model.</summary>
    /// <param name="model">The model.</param>
    /// <returns>The loader.</returns>
    public ILanguageModelLoader LanguageModel(NamedLanguageModel model) => catalogue.LanguageModels[model.Kind].Create(Context(model.Options));

    /// <summary>Makes what opens language models that run in a process of their own.</summary>
    /// <param name="worker">How such a process is started.</param>
    /// <param name="silence">How long one may neither answer nor compute while it is asked something.</param>
    /// <param name="restarted">Told when one was started again.</param>
    /// <returns>The host.</returns>
    public ChildLanguageModelHost LanguageModelHost(WorkerCommandLine worker, TimeSpan silence, Action<ModelRestart> restarted) =>
        new(worker, silence, time, logging.CreateLogger<ChildLanguageModelHost>(), restarted);

    /// <summary>Finds every language model that may be asked for.</summary>
    /// <param name="settings">What the settings say.</param>
    /// <param name="file">The file that the environment names, or null.</param>
    /// <param name="host">Opens the models that run in a process of their own.</param>
    /// <returns>The models.</returns>
    public LanguageModelCatalogue LanguageModels(LanguageModelSettings settings, string? file, ILanguageModelHost host) =>
        new(settings, file, new ModelFolder(folders.Models), catalogue.LanguageModels, Context, host);

    /// <summary>Makes an engine.</summary>
    /// <param name="selection">Which; options that it does not name have their defaults.</param>
    /// <returns>The engine.</returns>
    public ITrainingEngine Engine(ComponentSelection selection)
    {
        var engine = catalogue.Engines[selection.Name];
        return engine.Create(Context(DefaultOptions.Of(engine.Description).With(selection.Options)));
    }
}
