using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Bayesian.Archives;
using NasDaemon.Search.Bayesian.Prediction;
using NasDaemon.Search.Bayesian.Proposing;

namespace NasDaemon.Search.Bayesian;

/// <summary>Brings the search strategy <c>bayesian</c> and the performance estimator <c>predictor</c>.</summary>
public sealed class BayesianPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Bayesian optimisation by a Gaussian process over answers and graphs, which earlier searches give a start.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddEstimator(Predictor.Description, context => new Predictor(context, PredictorOptions.Of(context.Component.Options)));
        var listings = new ListingCache();
        registry.AddStrategy(
            BayesianSearch.Description,
            context => new BayesianSearch(context, BayesianOptions.Of(context.Component.Options), listings, new Lazy<ArchiveKnowledge>(new ArchiveReader(context).Read)));
    }
}
