using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Prompting.Mixing;
using NasDaemon.Search.Prompting.Proposing;
using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Search.Prompting;

/// <summary>Brings the search strategies that let a language model write networks.</summary>
public sealed class PromptingPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Networks written by a language model.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        foreach (var description in PromptingStrategies.All)
        {
            registry.AddStrategy(
                description,
                context => new PromptingStrategy(
                    description.Name, context, (model, sources, repair) => new NetworkWriter(model, sources, repair, context.Component.Time)));
        }

        registry.AddStrategy(MixedStrategy.Description, context => new MixedStrategy(context));
    }
}
