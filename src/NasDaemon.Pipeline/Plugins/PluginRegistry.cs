using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Plugins;

/// <summary>Takes the components of one plugin, checks them, and keeps what is wrong as text: a plugin is taken whole or not at all.</summary>
/// <param name="plugin">The plugin's name.</param>
/// <param name="taken">What earlier plugins brought.</param>
internal sealed class PluginRegistry(string plugin, ComponentCatalogue taken) : IComponentRegistry
{
    private readonly List<string> _problems = [];

    /// <summary>What the plugin has named so far.</summary>
    public ComponentCatalogue Components { get; private set; } = ComponentCatalogue.Empty;

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <inheritdoc/>
    public void AddSpace(ComponentDescription description, Func<ComponentContext, ISearchSpace> create) =>
        Components = Components with { Spaces = Add(Components.Spaces, taken.Spaces, description, create) };

    /// <inheritdoc/>
    public void AddStrategy(ComponentDescription description, Func<StrategyContext, ISearchStrategy> create) =>
        Components = Components with { Strategies = Add(Components.Strategies, taken.Strategies, description, create) };

    /// <inheritdoc/>
    public void AddEstimator(ComponentDescription description, Func<EstimatorContext, IPerformanceEstimator> create) =>
        Components = Components with { Estimators = Add(Components.Estimators, taken.Estimators, description, create) };

    /// <inheritdoc/>
    public void AddEngine(ComponentDescription description, Func<ComponentContext, ITrainingEngine> create) =>
        Components = Components with { Engines = Add(Components.Engines, taken.Engines, description, create) };

    /// <inheritdoc/>
    public void AddTable(ComponentDescription description, Func<ComponentContext, ITrainingTable> create) =>
        Components = Components with { Tables = Add(Components.Tables, taken.Tables, description, create) };

    /// <inheritdoc/>
    public void AddDatasets(ComponentDescription description, Func<ComponentContext, IDatasetProvider> create) =>
        Components = Components with { Datasets = Add(Components.Datasets, taken.Datasets, description, create) };

    /// <inheritdoc/>
    public void AddStore(ComponentDescription description, Func<ComponentContext, ITrialStore> create) =>
        Components = Components with { Stores = Add(Components.Stores, taken.Stores, description, create) };

    /// <inheritdoc/>
    public void AddReport(ComponentDescription description, Func<ComponentContext, IReportWriter> create) =>
        Components = Components with { Reports = Add(Components.Reports, taken.Reports, description, create) };

    /// <inheritdoc/>
    public void AddLanguageModel(ComponentDescription description, Func<ComponentContext, ILanguageModelLoader> create) =>
        Components = Components with { LanguageModels = Add(Components.LanguageModels, taken.LanguageModels, description, create) };

    private ComponentSet<TContext, TComponent> Add<TContext, TComponent>(
        ComponentSet<TContext, TComponent> own,
        ComponentSet<TContext, TComponent> others,
        ComponentDescription description,
        Func<TContext, TComponent> create)
        where TComponent : class
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(create);
        var problems = DescriptionCheck.Problems(description).ToList();
        if ((own.Find(description.Name) ?? others.Find(description.Name)) is { } holder)
        {
            problems.Add($"the {own.Kind} '{description.Name}' exists already, from the plugin {holder.Plugin}");
        }

        _problems.AddRange(problems);
        return problems.Count > 0 ? own : own.Add([new Component<TContext, TComponent>(plugin, description, create)]);
    }
}
