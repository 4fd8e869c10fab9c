using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.LanguageModels.OpenAI;

/// <summary>Brings language models of the kind <c>openai</c>: those that a server of its own offers over HTTP.</summary>
public sealed class OpenAIPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Language models behind a server with /v1/chat/completions: llama-server, Ollama, vLLM, LM Studio.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddLanguageModel(ServerOptions.Description, context => new OpenAILoader(
            ServerOptions.Read(context.Options, context.Folders.Models),
            Environment.GetEnvironmentVariable,
            context.Time,
            // Only the pauses between attempts depend on it, never an answer.
            new Random(HashCode.Combine(context.Time.GetTimestamp())),
            context.Logging));
    }
}
