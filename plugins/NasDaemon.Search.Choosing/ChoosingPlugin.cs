using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Choosing;

/// <summary>Brings the search strategy <c>choose</c>.</summary>
public sealed class ChoosingPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Lets a language model answer the decisions of a search space.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddStrategy(ChoosingSearch.Description, context => new ChoosingSearch(context, ChooseOptions.Of(context.Component.Options)));
    }
}
