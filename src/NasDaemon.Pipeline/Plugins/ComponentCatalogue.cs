using System.Collections.Immutable;
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

/// <summary>Every component that the loaded plugins bring, by contract and name. It never changes.</summary>
public sealed record ComponentCatalogue
{
    /// <summary>A catalogue without components.</summary>
    public static ComponentCatalogue Empty { get; } = new();

    /// <summary>The search spaces.</summary>
    public ComponentSet<ComponentContext, ISearchSpace> Spaces { get; init; } = new("search space");

    /// <summary>The search strategies.</summary>
    public ComponentSet<StrategyContext, ISearchStrategy> Strategies { get; init; } = new("search strategy");

    /// <summary>The performance estimators.</summary>
    public ComponentSet<EstimatorContext, IPerformanceEstimator> Estimators { get; init; } = new("performance estimator");

    /// <summary>The training engines.</summary>
    public ComponentSet<ComponentContext, ITrainingEngine> Engines { get; init; } = new("training engine");

    /// <summary>The tables of trainings.</summary>
    public ComponentSet<ComponentContext, ITrainingTable> Tables { get; init; } = new("training table");

    /// <summary>What tasks may name as their engine: engines and tables.</summary>
    public IComponentSet EnginesAndTables => new JoinedComponents(Engines, Tables);

    /// <summary>The providers of data sets.</summary>
    public ComponentSet<ComponentContext, IDatasetProvider> Datasets { get; init; } = new("provider of data sets");

    /// <summary>The stores.</summary>
    public ComponentSet<ComponentContext, ITrialStore> Stores { get; init; } = new("store");

    /// <summary>The report writers.</summary>
    public ComponentSet<ComponentContext, IReportWriter> Reports { get; init; } = new("report writer");

    /// <summary>The kinds of language models.</summary>
    public ComponentSet<ComponentContext, ILanguageModelLoader> LanguageModels { get; init; } = new("kind of language model");

    /// <summary>The components of every contract.</summary>
    public ImmutableArray<IComponentSet> Sets => [Spaces, Strategies, Estimators, Engines, Tables, Datasets, Stores, Reports, LanguageModels];

    internal ComponentCatalogue Add(ComponentCatalogue other) => new()
    {
        Spaces = Spaces.Add(other.Spaces),
        Strategies = Strategies.Add(other.Strategies),
        Estimators = Estimators.Add(other.Estimators),
        Engines = Engines.Add(other.Engines),
        Tables = Tables.Add(other.Tables),
        Datasets = Datasets.Add(other.Datasets),
        Stores = Stores.Add(other.Stores),
        Reports = Reports.Add(other.Reports),
        LanguageModels = LanguageModels.Add(other.LanguageModels),
    };
}
