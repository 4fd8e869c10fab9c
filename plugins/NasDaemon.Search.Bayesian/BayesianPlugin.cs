using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Bayesian.Archives;
using NasDaemon.Search.Bayesian.Proposing;

namespace NasDaemon.Search.Bayesian;

/// <summary>Brings the search strategy <c>bayesian</c>.</summary>
public sealed class BayesianPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Bayesian optimisation by a Gaussian process over answers and graphs, which earlier searches give a start.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var listings = new ListingCache();
        registry.AddStrategy(
            BayesianSearch.Description,
            context => new BayesianSearch(context, BayesianOptions.Of(context.Component.Options), listings, new ArchiveReader(context).Read()));
    }
}
