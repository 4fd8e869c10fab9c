using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.LanguageModels.LlamaCpp;
using NasDaemon.Testing;
using NasDaemon.Testing.Contracts;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Choosing.Tests;

/// <summary>The strategy with a model that really runs, and whose context is short.</summary>
public sealed class TinyModelTests
{
    [Fact]
    public async Task Search_RealModel_ProposesNetworksOfTheSpaceByItsProbabilities()
    {
        using var folder = new TemporaryFolder();
        var kind = PluginComponents.Of(new LlamaCppPlugin()).LanguageModels.Single();
        var options = DefaultOptions.Of(kind.Description, ("path", JsonValue.Create(new TinyModel { Context = 2048 }.Save(folder.Combine("tiny.gguf")))), ("threads", JsonValue.Create(1L)));
        var folders = new DaemonFolders("inbox", "outbox", "state", "data", folder.Path);
        await using var model = await kind.Create(new ComponentContext(options, folders, TimeProvider.System, NullLoggerFactory.Instance)).LoadAsync("tiny", CancellationToken.None);
        var search = Choosing.Search(model, options: [("edit", JsonValue.Create(0.5)), ("shown", JsonValue.Create(2L))]);
        var play = new StrategyPlay(1, (number, _) => Outcomes.Trained(number / 100.0));

        await play.RunAsync(() => search, 10);

        Assert.Equal(10, play.Proposed.Count);
        Assert.Matches("asked for [1-9][0-9]? decisions", search.Describe()[0]);
        Assert.DoesNotContain("100 % of the entropy", search.Describe()[1], StringComparison.Ordinal);
    }
}
