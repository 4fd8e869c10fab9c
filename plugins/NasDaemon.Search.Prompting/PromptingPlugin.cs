using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Prompting;

/// <summary>Brings the search strategies that let a language model write networks.</summary>
public sealed class PromptingPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Networks written by a language model.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry) => ArgumentNullException.ThrowIfNull(registry);
}
