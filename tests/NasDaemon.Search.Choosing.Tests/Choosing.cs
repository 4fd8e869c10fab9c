using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Search.Spaces;
using NasDaemon.Testing;

namespace NasDaemon.Search.Choosing.Tests;

/// <summary>Makes the strategy on the spaces of the daemon.</summary>
internal static class Choosing
{
    /// <summary>Six decisions of five operations each.</summary>
    public static ISpaceSampler Cells { get; } = Space("cell");

    /// <summary>Decisions that come and go with the answers of others.</summary>
    public static ISpaceSampler Chains { get; } = Space("chain");

    public static ChoosingSearch Search(ILanguageModel model, int seed = 1, ISpaceSampler? space = null, params (string Name, JsonValue Value)[] options)
    {
        var values = DefaultOptions.Of(ChoosingSearch.Description, [("population", JsonValue.Create(4L)), ("uniform", JsonValue.Create(0.0)), .. options]);
        var context = StrategyContexts.Create(new ComponentSelection("choose", values), space ?? Cells, new RandomStreams(seed));
        return new ChoosingSearch(context with { Model = _ => Task.FromResult(model) }, ChooseOptions.Of(values));
    }

    public static AnswerList Answers(Candidate candidate) => ((SpaceOrigin)candidate.Origin).Answers;

    private static SpaceSampler Space(string name)
    {
        var space = PluginComponents.Of(new SpacesPlugin()).Spaces[name];
        var folders = new DaemonFolders("inbox", "outbox", "state", "data", "models");
        var context = new ComponentContext(DefaultOptions.Of(space.Description), folders, TimeProvider.System, NullLoggerFactory.Instance);
        return new SpaceSampler(space.Create(context), new NetworkShape([1, 28, 28], 10));
    }
}
