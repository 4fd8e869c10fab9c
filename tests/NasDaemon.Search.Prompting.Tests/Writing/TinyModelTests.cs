using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.LanguageModels.LlamaCpp;
using NasDaemon.Search.Prompting.Writing;
using NasDaemon.Testing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Prompting.Tests.Writing;

/// <summary>Steering of a model that really runs; what it writes makes no sense.</summary>
public sealed class TinyModelTests
{
    private const int Tokens = 80;

    [Fact]
    public async Task Write_Grammar_HoldsModelThatWritesNoSenseToTheFormOfANetwork()
    {
        using var folder = new TemporaryFolder();
        await using var model = await LoadAsync(folder);
        var grammar = File.ReadAllText(Repository.Combine("config", "prompts", "grammar.txt"));
        var requests = Enumerable.Range(1, 3)
            .Select(seed => Writers.Request(WritingHelp.None, Tokens, "```python\n" + Answers.Head) with { Sampling = new SamplingSettings(seed), Grammar = grammar })
            .ToList();

        var results = await new NetworkWriter(model, Writers.Sources, Writers.Repair, TimeProvider.System).WriteAsync(requests, default);

        Assert.All(results, result =>
        {
            Assert.InRange(result.History.Usage.Generated, 1, Tokens);
            var lines = result.History.Answer[("```python\n" + Answers.Head).Length..].Split('\n')[..^1];
            Assert.All(lines, line => Assert.Matches("^( {8,28}[^ ].*|    def .*|)$", line));
            Assert.DoesNotContain("\n\n\n\n", string.Join('\n', lines), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Write_ModelThatWritesNoSense_IsCutBackAgainAndAgainAndGivenUp()
    {
        using var folder = new TemporaryFolder();
        await using var model = await LoadAsync(folder);
        var help = new WritingHelp(Mend: true, Check: 2, Finish: true, Repairs: 1);
        var requests = Enumerable.Range(1, 3)
            .Select(seed => Writers.Request(help, Tokens, "```python\n" + Answers.Head) with { Sampling = new SamplingSettings(seed) })
            .ToList();
        var writer = new NetworkWriter(model, Writers.Sources, Writers.Repair, TimeProvider.System);

        var results = await writer.WriteAsync(requests, default);

        Assert.All(results, result =>
        {
            Assert.NotEqual(FailureClass.LanguageModel, result.Refusal?.Class);
            Assert.NotNull(result.Refusal ?? result.Reading!.Failure);
            // A source and its repair, each begun and gone on with twice, a line tried three times.
            Assert.InRange(result.History.Usage.Generated, 1, 2 * 3 * 3 * Tokens);
            Assert.InRange(result.History.Discarded, 1, result.History.Usage.Generated);
            Assert.NotEmpty(result.History.Steps);
        });
    }

    private static async Task<ILanguageModel> LoadAsync(TemporaryFolder folder)
    {
        var kind = PluginComponents.Of(new LlamaCppPlugin()).LanguageModels.Single();
        var options = DefaultOptions.Of(kind.Description, ("path", JsonValue.Create(new TinyModel { Context = 4096 }.Save(folder.Combine("tiny.gguf")))), ("threads", JsonValue.Create(1L)));
        var folders = new DaemonFolders("inbox", "outbox", "state", "data", folder.Path);
        return await kind.Create(new ComponentContext(options, folders, TimeProvider.System, NullLoggerFactory.Instance)).LoadAsync("tiny", CancellationToken.None);
    }
}
