using NasDaemon.Abstractions.Plugins;
using NasDaemon.LanguageModels.LlamaCpp.Loading;

namespace NasDaemon.LanguageModels.LlamaCpp;

/// <summary>Brings the kind of language model <c>llama-cpp</c>.</summary>
public sealed class LlamaCppPlugin : IPlugin
{
    /// <summary>The kind's name in settings.</summary>
    internal const string KindName = "llama-cpp";

    /// <inheritdoc/>
    public string Summary => "Runs language models in GGUF files by llama.cpp.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddLanguageModel(
            new ComponentDescription(KindName, "A model in a GGUF file, run by llama.cpp on the processor or a graphics processor.", LlamaCppOptions.Definitions),
            context => new LlamaCppLoader(LlamaCppOptions.From(context.Options), context.Folders.Models, context.Time));
    }
}
