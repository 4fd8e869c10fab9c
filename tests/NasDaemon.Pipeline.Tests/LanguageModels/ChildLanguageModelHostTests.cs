using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Workers;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.LanguageModels;

/// <summary>What happens when a model's process misbehaves: a real process that speaks the real protocol.</summary>
public sealed class ChildLanguageModelHostTests : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly CompletionRequest Request = new(new TextPrompt("x"), new SamplingSettings(1), 10, []);
    private readonly TemporaryFolder _folder = new();
    private readonly List<ModelRestart> _restarts = [];
    private ChildLanguageModelHost? _host;

    private string Journal => _folder.Combine("journal");

    public void Dispose()
    {
        _host?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Start_WellBehaved_AnswersInPiecesWithItsUsage()
    {
        await using var model = await StartAsync("none");

        var parts = await PartsAsync(model);

        Assert.Equal(["class ", "Net"], parts.OfType<CompletionText>().Select(part => part.Text));
        Assert.Equal(
            new CompletionEnd(FinishReason.Stop, new TokenUsage(3, 1, 2, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2))),
            parts[^1]);
        Assert.Equal(42, await model.CountTokensAsync(new TextPrompt("x"), default));
        Assert.Equal("0", model.Info.Device);
    }

    [Fact]
    public async Task Start_DiesAtLoad_GivesUpAfterThreeWithItsLastWords()
    {
        var refusal = await Assert.ThrowsAsync<LanguageModelException>(() => StartAsync("die-at-load"));

        Assert.Contains("exit code 7 before the model was loaded", refusal.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("the file is cursed", refusal.Failure.Hint, StringComparison.Ordinal);
        Assert.Equal(3, File.ReadAllLines(Journal).Length);
    }

    [Fact]
    public async Task Start_IllegalInstructionsAtLoad_AsksForLowerVariantsUntilOneLoads()
    {
        await using var model = await StartAsync("illegal-at-load");

        Assert.Equal("2", model.Info.Device);
        Assert.Contains("signal 4 (illegal instruction)", Assert.Single(_restarts).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_Refused_SaysSoAndIsNotTriedAgain()
    {
        var refusal = await Assert.ThrowsAsync<LanguageModelException>(() => StartAsync("refuse"));

        Assert.Equal(("no such file", "copy it"), (refusal.Failure.Message, refusal.Failure.Hint));
        Assert.Single(File.ReadAllLines(Journal));
    }

    [Fact]
    public async Task Start_NoSuchProgram_NamesIt()
    {
        var refusal = await Assert.ThrowsAsync<LanguageModelException>(() => StartAsync("none", "/nowhere/nasdaemon"));

        Assert.Contains("/nowhere/nasdaemon", refusal.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_DiesInTheAnswer_KeepsWhatWasWrittenAndTellsOfTheRestart()
    {
        await using var model = await StartAsync("die-in-answer");

        var first = await PartsAsync(model);
        var second = await PartsAsync(model);

        Assert.All([first, second], parts =>
        {
            Assert.Equal("class ", Assert.IsType<CompletionText>(parts[0]).Text);
            var end = Assert.IsType<CompletionEnd>(parts[^1]);
            Assert.Equal((FinishReason.Failed, 1), (end.Reason, end.Usage.Generated));
            Assert.Contains("signal 6 (abort)", end.Failure!.Message, StringComparison.Ordinal);
            Assert.True(end.Failure.IsPassing);
        });
        Assert.Equal(("m", 1), (Assert.Single(_restarts).Model, _restarts[0].Count));
        Assert.EndsWith("The model m was loaded again.", Assert.Single(model.Info.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_HangsInTheAnswer_IsEndedAndStartedAgain()
    {
        await using var model = await StartAsync("hang-in-answer");

        var parts = await PartsAsync(model);

        Assert.Equal("class ", Assert.IsType<CompletionText>(parts[0]).Text);
        Assert.Contains("neither answered nor computed for 2 s", Assert.IsType<CompletionEnd>(parts[^1]).Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(42, await model.CountTokensAsync(new TextPrompt("x"), default));
        Assert.Contains("neither answered nor computed", Assert.Single(_restarts).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_LibraryPrintsToTheProtocol_GoesOn()
    {
        await using var model = await StartAsync("chatter");

        Assert.Equal("class Net", string.Concat((await PartsAsync(model)).OfType<CompletionText>().Select(part => part.Text)));
    }

    [Fact]
    public async Task Complete_AnswerOfAnotherKind_FailsAndSaysSo()
    {
        await using var model = await StartAsync("nonsense");

        Assert.Contains("unexpected", Assert.IsType<CompletionEnd>((await PartsAsync(model))[^1]).Failure!.Message, StringComparison.Ordinal);
    }

    private async Task<ILanguageModel> StartAsync(string misbehaviour, string program = Python)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "LanguageModels", "Programs", "model.py");
        _host = new ChildLanguageModelHost(
            new WorkerCommandLine(program, [script, misbehaviour, Journal]),
            TimeSpan.FromSeconds(2),
            TimeProvider.System,
            NullLogger<ChildLanguageModelHost>.Instance,
            _restarts.Add);
        return await _host.StartAsync(new NamedLanguageModel("m", "test", OptionValues.None), CancellationToken.None);
    }

    private static async Task<List<CompletionPart>> PartsAsync(ILanguageModel model)
    {
        var parts = new List<CompletionPart>();
        await foreach (var part in model.CompleteAsync(Request, CancellationToken.None))
        {
            parts.Add(part);
        }

        return parts;
    }
}
