using System.Text.Json.Nodes;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Search.Prompting.Templates;
using NasDaemon.Testing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Prompting.Tests.Support;

/// <summary>What strategies that prompt are created with in tests.</summary>
internal static class Prompted
{
    /// <summary>The templates that come with the program.</summary>
    public static TemplateSet Templates { get; } = new TemplateFolders(new DaemonFolders("", "", "", "", "")).Load();

    /// <summary>A model that writes a network drawn by the request's seed.</summary>
    public static ScriptedModel Drawing(int context = 16_384) => new(Draw, context);

    public static StrategyContext Context(
        ComponentDescription description, int seed, ILanguageModel model, IArchive? archive = null, params (string Name, JsonValue Value)[] options)
    {
        var selection = new ComponentSelection(description.Name, DefaultOptions.Of(description, options));
        var context = StrategyContexts.Create(selection, Networks.Space, new RandomStreams(seed));
        return context with { Archive = archive ?? context.Archive, Model = _ => Task.FromResult(model) };
    }

    /// <summary>Leaves few networks in the starter library, so that a search begins at once.</summary>
    public static StrategyContext WithSmallLibrary(this StrategyContext context)
    {
        var folders = context.Component.Folders with { Program = Path.Combine(AppContext.BaseDirectory, "few") };
        return context with { Component = context.Component with { Folders = folders } };
    }

    public static string Draw(CompletionRequest request) => $"{Networks.Drawn(request.Sampling.Seed)}\n```\n";
}
