using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Live.Tests.Support;

/// <summary>Brings components that tasks may name; none is ever made.</summary>
internal sealed class KnownPlugin : IPlugin
{
    public string Summary => "Names.";

    public void Register(IComponentRegistry registry)
    {
        registry.AddSpace(new ComponentDescription("chain", "A chain."), _ => throw new NotSupportedException());
        registry.AddStrategy(new ComponentDescription("random", "Chance."), _ => throw new NotSupportedException());
        registry.AddEstimator(new ComponentDescription("full", "All."), _ => throw new NotSupportedException());
        registry.AddEngine(new ComponentDescription("libtorch", "Trains."), _ => throw new NotSupportedException());
    }
}
