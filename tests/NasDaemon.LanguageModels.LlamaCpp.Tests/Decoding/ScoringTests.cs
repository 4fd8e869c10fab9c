using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Tests.Support;
using NasDaemon.Testing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests.Decoding;

/// <summary>The probabilities of continuations.</summary>
public sealed class ScoringTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ISteerableLanguageModel _model = null!;

    public async Task InitializeAsync() =>
        _model = await Models.LoadAsync(new TinyModel().Save(_folder.Combine("tiny.gguf")), options => options with { Batch = 32 });

    public async Task DisposeAsync() => await _model.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [LlamaCppFact]
    public async Task Score_EveryLetterAndDigit_TogetherBelowOne()
    {
        await using var sequence = await _model.OpenAsync(new TextPrompt("x = "), default);

        var scores = await sequence.ScoreAsync([.. Enumerable.Range('!', 94).Select(letter => ((char)letter).ToString())], default);

        // Bytes above 127 and control tokens have the rest: with a score of nought each, some part of it.
        Assert.InRange(scores.Sum(Math.Exp), 0.3, 0.999);
    }

    [LlamaCppFact]
    public async Task Score_LongText_IsTheSumOverItsTokens()
    {
        const string text = "Banana split 42!";
        await using var sequence = await _model.OpenAsync(new TextPrompt("x = "), default);
        var whole = (await sequence.ScoreAsync([text], default))[0];

        var sum = 0.0;
        foreach (var letter in text)
        {
            sum += (await sequence.ScoreAsync([letter.ToString()], default))[0];
            await sequence.AppendAsync(letter.ToString(), default);
        }

        Assert.Equal(sum, whole, tolerance: 0.05);
    }

    [LlamaCppFact]
    public async Task Score_MoreThanABatchOrTheSequencesHold_EqualsOneByOne()
    {
        var random = new Random(3);
        var texts = Enumerable.Range(0, 300).Select(index => string.Concat(Enumerable.Range(0, 1 + (index % 50)).Select(_ => (char)random.Next('0', 'z')))).Distinct().ToList();
        await using var sequence = await _model.OpenAsync(new TextPrompt("x = "), default);

        var together = await sequence.ScoreAsync([.. texts], default);

        foreach (var index in new[] { 0, 7, 49, 120, texts.Count - 1 })
        {
            Assert.Equal((await sequence.ScoreAsync([texts[index]], default))[0], together[index], tolerance: 0.05);
        }
    }

    [LlamaCppFact]
    public async Task Score_InAFullContext_GoesByFewerAtATime()
    {
        await using var sequence = await _model.OpenAsync(new TextPrompt(new string('a', 490)), default);

        var scores = await sequence.ScoreAsync([.. Enumerable.Range(0, 20).Select(index => $"option {index}")], default);

        Assert.All(scores, score => Assert.True(double.IsFinite(score) && score < 0));
        await Assert.ThrowsAsync<LanguageModelException>(async () => await sequence.ScoreAsync([new string('b', 30)], default));
    }

    [LlamaCppTheory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Score_Nothing_Refuses(string? text)
    {
        await using var sequence = await _model.OpenAsync(new TextPrompt("x = "), default);

        await Assert.ThrowsAsync<ArgumentException>(async () => await sequence.ScoreAsync(text is null ? [] : [text], default));
    }
}
