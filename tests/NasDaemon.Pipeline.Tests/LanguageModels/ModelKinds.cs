using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Pipeline.Tests.LanguageModels;

/// <summary>Two kinds of language models whose models say nothing.</summary>
internal static class ModelKinds
{
    public static ComponentCatalogue Catalogue { get; } = Make();

    private static ComponentCatalogue Make()
    {
        var registry = new PluginRegistry("models", ComponentCatalogue.Empty);
        registry.AddLanguageModel(
            new ComponentDescription("llama-cpp", "A file.", [new TextOption("path", "The file.", "", []), new IntegerOption("context", "Tokens.", 0, 0, 100_000)]),
            context => new SilentLoader(LanguageModelHosting.ChildProcess, context.Options.Text("path")));
        registry.AddLanguageModel(
            new ComponentDescription("openai", "A server.", [new TextOption("address", "Where it is.", "http://localhost", [])]),
            context => new SilentLoader(LanguageModelHosting.Daemon, context.Options.Text("address")));
        return registry.Components;
    }

    private sealed class SilentLoader(LanguageModelHosting hosting, string place) : ILanguageModelLoader
    {
        public LanguageModelHosting Hosting => hosting;

        public Task<ILanguageModel> LoadAsync(string name, CancellationToken cancellation) => Task.FromResult<ILanguageModel>(new SilentModel(name, place));
    }
}

/// <summary>A model that answers nothing.</summary>
internal sealed class SilentModel(string name, string place) : ILanguageModel
{
    public LanguageModelInfo Info => new(name, name, "none", place, 1, "none", true, []);

    public ValueTask<int> CountTokensAsync(Prompt prompt, CancellationToken cancellation) => ValueTask.FromResult(1);

    public IAsyncEnumerable<CompletionPart> CompleteAsync(CompletionRequest request, CancellationToken cancellation) =>
        new CompletionPart[] { new CompletionEnd(FinishReason.Stop, TokenUsage.None) }.ToAsyncEnumerable();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
