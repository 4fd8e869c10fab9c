using NasDaemon.Abstractions.Plugins;
using NasDaemon.Estimation.Asha.Full;
using NasDaemon.Estimation.Asha.Halving;

namespace NasDaemon.Estimation.Asha;

/// <summary>Brings the estimators <c>full</c> and <c>asha</c>.</summary>
public sealed class EstimationPlugin : IPlugin
{
    private const string ReductionFactor = "reduction_factor";
    private const string MinimumEpochs = "min_epochs";

    /// <inheritdoc/>
    public string Summary => "Trains every network to the end, or gives the better ones more by asynchronous successive halving.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddEstimator(
            new ComponentDescription("full", "Trains every network to the end of the recipe."),
            context => new FullEstimator(context.Task.Training.Epochs));
        registry.AddEstimator(
            new ComponentDescription(
                "asha",
                "Asynchronous successive halving: every network gets a few epochs, the best of each rung get more.",
                [
                    new IntegerOption(ReductionFactor, "Each rung trains this many times longer than the one below, and takes the best 1 of so many.", 3, 2, 16),
                    new IntegerOption(MinimumEpochs, "Epochs of the lowest rung; the highest trains for the recipe's epochs.", 1, 1, 10_000),
                ]),
            context => new AshaEstimator(
                (int)context.Component.Options.Integer(ReductionFactor),
                (int)context.Component.Options.Integer(MinimumEpochs),
                context.Task.Training.Epochs));
    }
}
