using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Archives;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Searching;
using NasDaemon.Pipeline.Tests.Searching;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Search.Prompting;
using NasDaemon.Stores.Sqlite;
using NasDaemon.Testing;
using NasDaemon.Testing.Contracts;
using NasDaemon.Testing.LanguageModels;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Pipeline.Tests.Archives;

/// <summary>What was imported counts as learnt: in what strategies are told of earlier searches, in a warm start, in prompts.</summary>
public sealed class ImportedTrialsTests : IDisposable
{
    private static readonly NetworkShape Shape = new([1, 28, 28], 10);
    private static readonly SpaceSampler Space = new(new WidthSpace(), Shape);

    private readonly TemporaryFolder _folder = new();
    private readonly ITrialStore _store;

    public ImportedTrialsTests()
    {
        var sqlite = PluginComponents.Of(new SqliteStorePlugin()).Stores["sqlite"];
        _store = sqlite.Create(
            new ComponentContext(DefaultOptions.Of(sqlite.Description, ("in_memory", JsonValue.Create(true))), new DaemonFolders("", "", _folder.Path, "", ""), TimeProvider.System, NullLoggerFactory.Instance));
        ArchiveFile.Write(_folder.Combine("learnt.jsonl"), [Learnt(1, width: 24, accuracy: 0.8), Learnt(2, width: 40, accuracy: 0.9)]);
        var imported = new ArchiveImporter(_store, new ArchitectureTracer(TracingLimits.Default), TimeProvider.System).Read(_folder.Combine("learnt.jsonl"), CancellationToken.None);
        Assert.Empty(imported.Refused);
        _store.Commit(imported.Change);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Earlier_AfterAnImport_HasItsTrialsWithTheirGraphsBestFirst()
    {
        var archive = new StoreArchive(_store, "own");

        Assert.Equal([0.9, 0.8], archive.Earlier(10).Select(trial => trial.Trial.Score!.ValidationAccuracy));
        Assert.Equal([31_810, 19_090], archive.Best("mnist", 10).Select(trial => (int)trial.Candidate.Architecture!.ParameterCount));
    }

    [Fact]
    public async Task WarmStart_AfterAnImport_BeginsWithItsBest()
    {
        var strategy = new WarmStart(new ListedStrategy("own"), Context("listed", OptionValues.None), 1);

        var proposals = await strategy.ProposeAsync(1, CancellationToken.None);

        Assert.Contains("hidden = 40", Assert.Single(proposals.Candidates).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompt_AfterAnImport_ShowsItsBest()
    {
        var model = new ScriptedModel(_ => "no code");
        var fewShot = PluginComponents.Of(new PromptingPlugin()).Strategies["few-shot"];
        var strategy = fewShot.Create(Context("few-shot", DefaultOptions.Of(fewShot.Description)) with { Model = _ => Task.FromResult<ILanguageModel>(model) });

        for (var turn = 0; turn < 20 && model.Requests.Count == 0; turn++)
        {
            // The networks of the library come first.
            await strategy.ProposeAsync(1, CancellationToken.None);
        }

        var prompt = string.Concat(Assert.IsType<ChatPrompt>(model.Requests[0].Prompt).Messages.Select(message => message.Text));
        Assert.Contains("validation accuracy 0.9000 in an earlier search", prompt, StringComparison.Ordinal);
        Assert.Contains("hidden = 40", prompt, StringComparison.Ordinal);
    }

    private StrategyContext Context(string strategy, OptionValues options)
    {
        var context = StrategyContexts.Create(new ComponentSelection(strategy, options), Space, new RandomStreams(1));
        var folders = context.Component.Folders with { Program = Repository.Combine("config") };
        return context with { Archive = new StoreArchive(_store, "own"), Component = context.Component with { Folders = folders } };
    }

    private static ArchivedTrial Learnt(int number, int width, double accuracy)
    {
        var network = Space.Replay(new AnswerList([new Answer("width", (width / 8) - 1, ["8", "16", "24", "32", "40"])]), new RandomStreams(1).Open("test"));
        var recipe = new Recipe(new DatasetSelection("mnist", [], 0.1, 1), Recipes.Augmented, new ComponentSelection("libtorch", OptionValues.None), 1, new(1));
        var trial = StoredRecords.Trial("theirs", number, accuracy, epochs: 1) with { Dataset = "mnist", Recipe = recipe.ToJson() };
        var candidate = StoredRecords.Candidate("theirs", number) with { Candidate = new Candidate(network.Source, new SpaceOrigin("random", [], network.Answers)), Architecture = null };
        return new ArchivedTrial(candidate, trial) { Shape = Shape };
    }

    private sealed class WidthSpace : ISearchSpace
    {
        public string Build(IChoices choices, NetworkShape shape) => $"""
            import torch.nn as nn

            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    hidden = {choices.Integer("width", 8, 40, 8)}
                    self.first = nn.Linear(784, hidden)
                    self.last = nn.Linear(hidden, {shape.Outputs})

                def forward(self, x):
                    return self.last(self.first(x.flatten(1)).relu())

            """;
    }
}
