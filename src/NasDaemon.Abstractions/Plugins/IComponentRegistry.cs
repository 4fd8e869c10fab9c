using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Abstractions.Plugins;

/// <summary>Takes the components of a plugin. A name that another plugin has taken already makes the plugin fail to load.</summary>
public interface IComponentRegistry
{
    /// <summary>Names a search space.</summary>
    /// <param name="description">Name, summary and options.</param>
    /// <param name="create">Makes it.</param>
    void AddSpace(ComponentDescription description, Func<ComponentContext, ISearchSpace> create);

    /// <summary>Names a search strategy.</summary>
    /// <param name="description">Name, summary and options.</param>
    /// <param name="create">Makes one for a task.</param>
    void AddStrategy(ComponentDescription description, Func<StrategyContext, ISearchStrategy> create);

    /// <summary>Names a performance estimator.</summary>
    /// <param name="description">Name, summary and options.</param>
    /// <param name="create">Makes one for a task.</param>
    void AddEstimator(ComponentDescription description, Func<EstimatorContext, IPerformanceEstimator> create);

    /// <summary>Names a training engine. It is created inside worker processes.</summary>
    /// <param name="description">Name, summary and options.</param>
    /// <param name="create">Makes it.</param>
    void AddEngine(ComponentDescription description, Func<ComponentContext, ITrainingEngine> create);

    /// <summary>Names a table of trainings, which tasks name in place of an engine.</summary>
    /// <param name="description">Name, summary and options, and what the table holds.</param>
    /// <param name="create">Makes it.</param>
    void AddTable(ComponentDescription description, Func<ComponentContext, ITrainingTable> create);

    /// <summary>Names a provider of data sets.</summary>
    /// <param name="description">Name, summary and options.</param>
    /// <param name="create">Makes it.</param>
    void AddDatasets(ComponentDescription description, Func<ComponentContext, IDatasetProvider> create);

    /// <summary>Names a store.</summary>
    /// <param name="description">Name, summary and options.</param>
    /// <param name="create">Makes it.</param>
    void AddStore(ComponentDescription description, Func<ComponentContext, ITrialStore> create);

    /// <summary>Names a report writer.</summary>
    /// <param name="description">Name, summary and options.</param>
    /// <param name="create">Makes it.</param>
    void AddReport(ComponentDescription description, Func<ComponentContext, IReportWriter> create);

    /// <summary>Names a kind of language model. The settings name models of that kind and give their options.</summary>
    /// <param name="description">Name, summary and options.</param>
    /// <param name="create">Makes what loads such a model.</param>
    void AddLanguageModel(ComponentDescription description, Func<ComponentContext, ILanguageModelLoader> create);
}
