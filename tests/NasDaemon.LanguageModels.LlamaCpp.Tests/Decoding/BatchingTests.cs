using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Tests.Support;
using NasDaemon.Testing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests.Decoding;

/// <summary>Several requests in one context: what they share, and what happens when it is full.</summary>
public sealed class BatchingTests : IDisposable
{
    private static readonly string Preamble = string.Concat(Enumerable.Repeat("self.layer = nn.Module()\n", 8));
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public BatchingTests() => _path = new TinyModel().Save(_folder.Combine("tiny.gguf"));

    public void Dispose() => _folder.Dispose();

    [LlamaCppFact]
    public async Task Complete_FourTogether_AreWhatEachIsAlone()
    {
        var requests = Enumerable.Range(0, 4).Select(index => Models.Greedy(Models.Chat($"{Preamble}# {index}"), 40)).ToList();
        var alone = new List<string>();
        await using (var single = await Models.LoadAsync(_path, options => options with { Sequences = 1 }))
        {
            foreach (var request in requests)
            {
                alone.Add((await single.AskAsync(request)).Text);
            }
        }

        await using var model = await Models.LoadAsync(_path);
        var together = await Task.WhenAll(requests.Select(request => model.AskAsync(request)));

        Assert.Equal(alone, together.Select(answer => answer.Text));
    }

    [LlamaCppFact]
    public async Task Complete_FourAtOnceWithOnePreamble_DecodeItOnce()
    {
        await using var model = await Models.LoadAsync(_path);
        var preamble = await model.CountTokensAsync(new TextPrompt(Preamble), default);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => model.AskAsync(Models.Greedy(new TextPrompt($"{Preamble}# {index}"), 4))));

        Assert.Single(answers, answer => answer.End.Usage.Reused == 0);
        Assert.Equal(3, answers.Count(answer => answer.End.Usage.Reused >= preamble));
    }

    [LlamaCppFact]
    public async Task Complete_SamePreambleLater_IsNotDecodedAgain()
    {
        await using var model = await Models.LoadAsync(_path);
        var preamble = await model.CountTokensAsync(new TextPrompt(Preamble), default);

        var first = await model.AskAsync(Models.Greedy(new TextPrompt(Preamble + "first"), 4));
        var second = await model.AskAsync(Models.Greedy(new TextPrompt(Preamble + "second"), 4));

        Assert.Equal((0, preamble), (first.End.Usage.Reused, second.End.Usage.Reused));
    }

    [LlamaCppFact]
    public async Task Continue_SequenceWithThePreambleOfAnother_DoesNotDecodeItAgain()
    {
        await using var model = await Models.LoadAsync(_path);
        var preamble = await model.CountTokensAsync(new TextPrompt(Preamble), default);
        var request = new ContinuationRequest(new SamplingSettings(1), 4, []);
        await using var first = await model.OpenAsync(new TextPrompt(Preamble + "first"), default);
        var (before, again) = (await first.ContinueAsync(request, default), await first.ContinueAsync(request, default));
        await using var second = await model.OpenAsync(new TextPrompt(Preamble + "second"), default);

        var after = await second.ContinueAsync(request, default);

        Assert.Equal((0, 0, preamble), (before.Reused, again.Reused, after.Reused));
        Assert.All([before, again, after], result => Assert.True(result.ReadingTime > TimeSpan.Zero));
    }

    [LlamaCppFact]
    public async Task Score_PromptLongerThanABatch_IsThatOfOneBatch()
    {
        await using var large = await Models.LoadAsync(_path);
        await using var small = await Models.LoadAsync(_path, options => options with { Batch = 16 });

        Assert.Equal(await ScoreAsync(large, Preamble), await ScoreAsync(small, Preamble), tolerance: 0.05);
    }

    [LlamaCppFact]
    public async Task Complete_LongerThanTheContext_EndsAtItsEnd()
    {
        await using var model = await Models.LoadAsync(_path, options => options with { Context = 256 });

        var answer = await model.AskAsync(Models.Greedy(new TextPrompt("x = "), 4000));

        Assert.Equal((FinishReason.Length, 256), (answer.End.Reason, answer.End.Usage.Prompt + answer.End.Usage.Generated));
    }

    [LlamaCppFact]
    public async Task Complete_TogetherMoreThanTheContext_EachIsAnsweredInFull()
    {
        await using var model = await Models.LoadAsync(_path, options => options with { Context = 256 });
        var requests = Enumerable.Range(0, 5).Select(index => Models.Greedy(new TextPrompt($"{index}: {new string((char)('a' + index), 90)}"), 100)).ToList();

        var answers = await Task.WhenAll(requests.Select(request => model.AskAsync(request)));

        // Five times 190 tokens in a context of 256: some have to wait for others, none is cut short.
        Assert.All(answers, answer => Assert.Equal((FinishReason.Length, 100), (answer.End.Reason, answer.End.Usage.Generated)));
        Assert.Equal((await model.AskAsync(requests[4])).Text, answers[4].Text);
    }

    [LlamaCppFact]
    public async Task Sequences_MoreThanTheContextHolds_AreDecodedAgainWhenTheyGoOn()
    {
        await using var model = await Models.LoadAsync(_path, options => options with { Context = 256 });
        var request = new ContinuationRequest(new SamplingSettings(1, Temperature: 0), 5, []);
        var sequences = new List<ILanguageModelSequence>();
        var texts = new List<string>();
        for (var round = 0; round < 2; round++)
        {
            for (var index = 0; index < 4; index++)
            {
                if (round == 0)
                {
                    sequences.Add(await model.OpenAsync(new TextPrompt(new string((char)('p' + index), 120)), default));
                    texts.Add("");
                }

                texts[index] += (await sequences[index].ContinueAsync(request, default)).Text;
            }
        }

        for (var index = 0; index < 4; index++)
        {
            await sequences[index].DisposeAsync();
            var whole = await model.AskAsync(Models.Greedy(new TextPrompt(new string((char)('p' + index), 120)), 10));
            Assert.Equal(whole.Text, texts[index]);
        }
    }

    [LlamaCppFact]
    public async Task Complete_CancelledWhileAPromptIsRead_LeavesTheOthersUnharmed()
    {
        await using var model = await Models.LoadAsync(_path, options => options with { Context = 8192, Batch = 4096 });
        var expected = (await model.AskAsync(Models.Greedy(new TextPrompt("x = "), 60))).Text;
        using var cancellation = new CancellationTokenSource();

        var reading = model.AskAsync(Models.Greedy(new TextPrompt(new string('y', 8000)), 10), cancellation.Token);
        var writing = model.AskAsync(Models.Greedy(new TextPrompt("x = "), 60));
        await cancellation.CancelAsync();

        Assert.Equal(FinishReason.Cancelled, (await reading).End.Reason);
        Assert.Equal(expected, (await writing).Text);
    }

    [LlamaCppFact]
    public async Task Dispose_WhileItAnswers_EndsTheAnswer()
    {
        var model = await Models.LoadAsync(_path);
        var answering = model.AskAsync(Models.Greedy(new TextPrompt("x = "), 400));

        await model.DisposeAsync();

        Assert.Contains((await answering).End.Reason, new[] { FinishReason.Failed, FinishReason.Length });
    }

    [LlamaCppFact]
    public async Task Score_AmongManyRequestsThatComeAndGo_IsThatOfAQuietModel()
    {
        await using var model = await Models.LoadAsync(_path, options => options with { Context = 512, Batch = 64 });
        var random = new Random(5);
        var prompts = Enumerable.Range(0, 6).Select(index => $"{Preamble[..random.Next(20, 150)]}{index}").ToList();
        var expected = new List<double>();
        foreach (var prompt in prompts)
        {
            expected.Add(await ScoreAsync(model, prompt));
        }

        var disturbing = Enumerable.Range(0, 24).Select(async index =>
        {
            using var cancellation = new CancellationTokenSource();
            if (index % 3 == 0)
            {
                cancellation.CancelAfter(index);
            }

            return await model.AskAsync(Models.Greedy(new TextPrompt(prompts[index % 6]), 10 + (8 * index)), cancellation.Token);
        });
        var scoring = Enumerable.Range(0, 24).Select(index => ScoreAsync(model, prompts[index % 6])).ToList();

        Assert.All(await Task.WhenAll(disturbing), answer => Assert.Null(answer.End.Failure));
        Assert.All((await Task.WhenAll(scoring)).Index(), score => Assert.Equal(expected[score.Index % 6], score.Item, tolerance: 0.05));
    }

    // Scores change little where rounding differs; the likeliest token may change at once.
    private static async Task<double> ScoreAsync(ISteerableLanguageModel model, string prompt)
    {
        await using var sequence = await model.OpenAsync(new TextPrompt(prompt), default);
        return (await sequence.ScoreAsync(["x = conv(y) + 1\n"], default))[0];
    }
}
