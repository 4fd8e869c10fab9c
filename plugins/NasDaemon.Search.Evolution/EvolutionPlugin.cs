using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Evolution.Regularised;
using NasDaemon.Search.Evolution.Sampling;

namespace NasDaemon.Search.Evolution;

/// <summary>Brings the search strategies <c>random</c> and <c>evolution</c>.</summary>
public sealed class EvolutionPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Random search and regularised evolution.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        registry.AddStrategy(RandomSearch.Description, context => new RandomSearch(context));
        registry.AddStrategy(
            RegularisedEvolution.Description,
            context => new RegularisedEvolution(context, EvolutionOptions.Of(context.Component.Options)));
    }
}
