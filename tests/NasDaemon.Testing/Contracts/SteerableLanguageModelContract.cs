using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Testing.Contracts;

/// <summary>What every language model must do whose answers can be steered. A model's tests derive from it.</summary>
public abstract class SteerableLanguageModelContract : LanguageModelContract
{
    private static readonly SamplingSettings Likeliest = new(1, Temperature: 0);

    private ISteerableLanguageModel Steerable => Assert.IsType<ISteerableLanguageModel>(Model, exactMatch: false);

    [Fact]
    public async Task Continue_InPieces_WritesWhatOnePieceWouldBe()
    {
        var whole = (await AskAsync(Request() with { MaximumTokens = 9 })).Text;
        await using var sequence = await Steerable.OpenAsync(Chat("Write a network.\n"), default);

        var pieces = "";
        for (var index = 0; index < 3; index++)
        {
            var result = await sequence.ContinueAsync(new ContinuationRequest(Likeliest, 3, []), default);
            Assert.Equal((3, FinishReason.Length), (result.Tokens, result.Reason));
            pieces += result.Text;
        }

        Assert.Equal(whole, pieces);
    }

    [Fact]
    public async Task Rewind_ThenContinue_WritesTheSameAgain()
    {
        await using var sequence = await Steerable.OpenAsync(Chat("Write a network.\n"), default);
        var start = sequence.Length;
        var first = await sequence.ContinueAsync(new ContinuationRequest(Likeliest, 6, []), default);
        Assert.Equal(start + 6, sequence.Length);

        await sequence.RewindAsync(start, default);
        var again = await sequence.ContinueAsync(new ContinuationRequest(Likeliest, 6, []), default);

        Assert.Equal(first, again with { ReadingTime = first.ReadingTime });
    }

    [Fact]
    public async Task Rewind_BeyondTheEndOrBelowZero_Refuses()
    {
        await using var sequence = await Steerable.OpenAsync(Chat("x"), default);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await sequence.RewindAsync(sequence.Length + 1, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await sequence.RewindAsync(-1, default));
    }

    [Fact]
    public async Task Continue_StopString_KeepsItInTheSequence()
    {
        await using var sequence = await Steerable.OpenAsync(Chat("Write a network.\n"), default);
        var start = sequence.Length;
        var whole = await sequence.ContinueAsync(new ContinuationRequest(Likeliest, 12, []), default);
        await sequence.RewindAsync(start, default);
        var stop = whole.Text.Substring(2, 2);

        var result = await sequence.ContinueAsync(new ContinuationRequest(Likeliest, 12, [stop]), default);

        Assert.Equal(FinishReason.Stop, result.Reason);
        Assert.Contains(stop, result.Text, StringComparison.Ordinal);
        Assert.StartsWith(result.Text, whole.Text, StringComparison.Ordinal);
        Assert.Equal(start + result.Tokens, sequence.Length);
    }

    [Fact]
    public async Task Append_Text_TheAnswerGoesOnFromIt()
    {
        await using var sequence = await Steerable.OpenAsync(Chat("Write a network.\n"), default);
        var start = sequence.Length;

        await sequence.AppendAsync("import torch\n", default);
        Assert.True(sequence.Length > start);
        var result = await sequence.ContinueAsync(new ContinuationRequest(Likeliest, 4, []), default);

        var given = (await AskAsync(Request() with { Prompt = Chat("Write a network.\n") with { AnswerStart = "import torch\n" }, MaximumTokens = 4 })).Text;
        Assert.Equal(given, result.Text);
    }

    [Fact]
    public async Task Score_Continuations_AreProbabilitiesAndChangeNothing()
    {
        await using var sequence = await Steerable.OpenAsync(new TextPrompt("x = "), default);
        var length = sequence.Length;

        var first = await sequence.ScoreAsync(["conv1", "conv3", "a", "pool of many tokens"], default);
        var again = await sequence.ScoreAsync(["a", "conv3"], default);

        Assert.Equal(length, sequence.Length);
        Assert.All(first, score => Assert.True(score is < 0 && double.IsFinite(score), $"{score}"));
        Assert.Equal(first[2], again[0], 3);
        Assert.Equal(first[1], again[1], 3);
    }

    [Fact]
    public async Task Score_OfWhatTheModelWouldWrite_IsNotBelowOthers()
    {
        await using var sequence = await Steerable.OpenAsync(new TextPrompt("x = "), default);
        var likeliest = await sequence.ContinueAsync(new ContinuationRequest(Likeliest, 1, []), default);
        await sequence.RewindAsync(sequence.Length - likeliest.Tokens, default);

        var scores = await sequence.ScoreAsync([likeliest.Text, "@", "Q"], default);

        Assert.Equal(scores.Max(), scores[0]);
    }

    [Fact]
    public async Task Score_AfterwardsContinue_WritesTheSameAsWithout()
    {
        await using var asked = await Steerable.OpenAsync(Chat("Write a network.\n"), default);
        await using var plain = await Steerable.OpenAsync(Chat("Write a network.\n"), default);

        await asked.ScoreAsync(["one", "two"], default);

        var request = new ContinuationRequest(Likeliest, 6, []);
        Assert.Equal((await plain.ContinueAsync(request, default)).Text, (await asked.ContinueAsync(request, default)).Text);
    }

    [Fact]
    public async Task Open_SeveralSequences_KeepApart()
    {
        await using var first = await Steerable.OpenAsync(Chat("first\n"), default);
        await using var second = await Steerable.OpenAsync(Chat("second\n"), default);
        var request = new ContinuationRequest(Likeliest, 4, []);

        var together = await Task.WhenAll(first.ContinueAsync(request, default).AsTask(), second.ContinueAsync(request, default).AsTask());

        Assert.Equal((await AskAsync(Request("first\n") with { MaximumTokens = 4 })).Text, together[0].Text);
        Assert.Equal((await AskAsync(Request("second\n") with { MaximumTokens = 4 })).Text, together[1].Text);
    }

    [Fact]
    public async Task Open_PromptLongerThanTheContext_SaysSo()
    {
        var words = string.Concat(Enumerable.Repeat("conv ", (Model.Info.ContextLength * 2) + 100));

        var refusal = await Assert.ThrowsAsync<LanguageModelException>(async () => await Steerable.OpenAsync(Chat(words), default));

        Assert.NotEqual("", refusal.Failure.Message);
    }
}
