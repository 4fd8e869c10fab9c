using System.Collections.Frozen;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Engines.Table;

/// <summary>The results of a table by network and recipe.</summary>
internal sealed class TableContent
{
    private readonly FrozenDictionary<TabulatedRecipe, FrozenDictionary<string, TabulatedTraining>> _results;

    /// <summary>Takes the results.</summary>
    /// <param name="results">The networks' results under each recipe, by the networks' names.</param>
    public TableContent(IReadOnlyDictionary<TabulatedRecipe, Dictionary<string, TabulatedTraining>> results) =>
        _results = results.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Finds a result.</summary>
    public TabulatedTraining? Find(string network, TabulatedRecipe recipe) => _results.GetValueOrDefault(recipe)?.GetValueOrDefault(network);

    /// <summary>The best validation accuracy under a recipe.</summary>
    public double BestValidation(TabulatedRecipe recipe) => _results[recipe].Values.Max(training => training.Validation.Accuracy);
}
