using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Tests.Support;
using NasDaemon.Testing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests.Decoding;

/// <summary>How tokens are drawn.</summary>
public sealed class SamplingTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ISteerableLanguageModel _model = null!;

    public async Task InitializeAsync() => _model = await Models.LoadAsync(new TinyModel().Save(_folder.Combine("tiny.gguf")));

    public async Task DisposeAsync() => await _model.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [LlamaCppFact]
    public async Task Draw_SameSeed_SameTextAndAnotherSeedAnother()
    {
        var first = await DrawAsync(new SamplingSettings(1, Temperature: 1.5));

        Assert.Equal(first, await DrawAsync(new SamplingSettings(1, Temperature: 1.5)));
        Assert.NotEqual(first, await DrawAsync(new SamplingSettings(2, Temperature: 1.5)));
        Assert.NotEqual(first, await DrawAsync(new SamplingSettings(-1, Temperature: 1.5)));
    }

    [LlamaCppFact]
    public async Task Draw_OneTokenLeft_IsTheLikeliest()
    {
        var likeliest = await DrawAsync(new SamplingSettings(1, Temperature: 0));

        Assert.Equal(likeliest, await DrawAsync(new SamplingSettings(9, Temperature: 2, TopK: 1)));
        Assert.Equal(likeliest, await DrawAsync(new SamplingSettings(9, Temperature: 2, TopK: 0, TopP: 1e-9)));
        Assert.Equal(likeliest, await DrawAsync(new SamplingSettings(9, Temperature: 2, TopK: 0, TopP: 1, MinP: 1)));
        Assert.NotEqual(likeliest, await DrawAsync(new SamplingSettings(9, Temperature: 2, TopK: 0, TopP: 1)));
    }

    [LlamaCppFact]
    public async Task Draw_RepeatPenalty_RepeatsLess()
    {
        var plain = await DrawAsync(new SamplingSettings(1, Temperature: 0));
        var penalised = await DrawAsync(new SamplingSettings(1, Temperature: 0, RepeatPenalty: 2));

        Assert.True(penalised.Distinct().Count() > plain.Distinct().Count(), $"{penalised} against {plain}");
    }

    [LlamaCppTheory]
    [InlineData("root ::= \"yes\" | \"no\"", "^(yes|no)$")]
    [InlineData("root ::= [0-9]{3} \"-\" word\nword ::= [a-c]+ \".\"", "^[0-9]{3}-[a-c]+\\.?$")]
    [InlineData("root ::= \"größer\"", "^größer$")]
    public async Task Draw_Grammar_IsFollowed(string grammar, string pattern)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var request = new CompletionRequest(new TextPrompt("x = "), new SamplingSettings(seed, Temperature: 1.5), 40, [], grammar);

            var answer = await _model.AskAsync(request);

            Assert.Matches(pattern, answer.Text);
            Assert.Null(answer.End.Failure);
        }
    }

    [LlamaCppTheory]
    [InlineData("rot ::= \"x\"")]
    [InlineData("root ::= (")]
    [InlineData("root ::= root \"x\"")]
    public async Task Draw_WrongGrammar_FailsAndSaysSo(string grammar)
    {
        var answer = await _model.AskAsync(Models.Greedy(new TextPrompt("x = "), 4) with { Grammar = grammar });

        Assert.Equal(FinishReason.Failed, answer.End.Reason);
        Assert.Contains("rule root", answer.End.Failure!.Hint, StringComparison.Ordinal);
    }

    [LlamaCppTheory]
    [InlineData(-0.1, 40, 0.95, 0, 1)]
    [InlineData(double.NaN, 40, 0.95, 0, 1)]
    [InlineData(1, -1, 0.95, 0, 1)]
    [InlineData(1, 40, 0, 0, 1)]
    [InlineData(1, 40, 1.1, 0, 1)]
    [InlineData(1, 40, 1, 2, 1)]
    [InlineData(1, 40, 1, 0, 0)]
    public async Task Draw_OutOfRange_FailsAndSaysSo(double temperature, int topK, double topP, double minP, double penalty)
    {
        var request = Models.Greedy(new TextPrompt("x"), 4) with { Sampling = new SamplingSettings(1, temperature, topK, topP, minP, penalty) };

        var answer = await _model.AskAsync(request);

        Assert.Equal(FinishReason.Failed, answer.End.Reason);
        Assert.Contains(" must ", answer.End.Failure!.Message, StringComparison.Ordinal);
    }

    private async Task<string> DrawAsync(SamplingSettings sampling) =>
        (await _model.AskAsync(new CompletionRequest(new TextPrompt("x = "), sampling, 30, []))).Text;
}
