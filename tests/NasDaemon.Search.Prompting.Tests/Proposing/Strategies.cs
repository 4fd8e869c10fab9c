using System.Text.Json.Nodes;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Proposing;
using NasDaemon.Search.Prompting.Tests.Support;
using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Search.Prompting.Tests.Proposing;

/// <summary>Strategies that prompt a model of the tests' own.</summary>
internal static class Strategies
{
    /// <summary>A strategy with few networks in its library.</summary>
    public static PromptingStrategy Create(
        ComponentDescription description, int seed, ILanguageModel? model = null, IArchive? archive = null, params (string Name, JsonValue Value)[] options) =>
        Create(Prompted.Context(description, seed, model ?? Prompted.Drawing(), archive, options).WithSmallLibrary(), description.Name);

    public static PromptingStrategy Create(StrategyContext context, string name = "few-shot") =>
        new(name, context, (model, sources, repair) => new NetworkWriter(model, sources, repair, TimeProvider.System));
}
