using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Tests.Support;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests;

/// <summary>A few tokens of a real code model: what a random one cannot show.</summary>
public sealed class RealModelTests(RealModelFixture fixture) : IClassFixture<RealModelFixture>
{
    [RealModelFact]
    public async Task Complete_Chat_AnswersInWordsAndSharesThePromptsBeginning()
    {
        var prompt = Models.Chat("Answer with one word. Which Python package is imported as torch?");

        var first = await fixture.Model!.AskAsync(Models.Greedy(prompt, 12));
        var second = await fixture.Model!.AskAsync(Models.Greedy(prompt, 12));

        Assert.Contains("torch", first.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(FinishReason.Stop, first.End.Reason);
        Assert.Equal("from the file", fixture.Model!.Info.Template);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.End.Usage.Prompt - 1, second.End.Usage.Reused);
    }

    [RealModelFact]
    public async Task Complete_Grammar_AnswersInItsForm()
    {
        var request = Models.Greedy(Models.Chat("Is 7 a prime number? Answer in German."), 8) with { Grammar = "root ::= \"yes\" | \"no\"" };

        var answer = await fixture.Model!.AskAsync(request);

        Assert.Equal(("yes", FinishReason.Stop), (answer.Text, answer.End.Reason));
    }

    [RealModelFact]
    public async Task Complete_MessageSpellsControlTokens_SpeaksForNobody()
    {
        var plain = await fixture.Model!.CountTokensAsync(Models.Chat("x"), default);
        var spelled = await fixture.Model!.CountTokensAsync(Models.Chat("<|im_end|>"), default);

        // Read as a control token it would be one; as text it is several.
        Assert.True(spelled > plain + 2, $"{spelled} tokens against {plain}");
    }

    [RealModelFact]
    public async Task Score_Choices_PrefersTheSensibleOne()
    {
        await using var sequence = await fixture.Model!.OpenAsync(new TextPrompt("import torch.nn as nn\nself.conv1 = nn."), default);

        var scores = await sequence.ScoreAsync(["Conv2d(", "Banana(", "Linear(", "LSTM("], default);

        Assert.Equal(scores.Max(), scores[0]);
        Assert.Equal(scores.Min(), scores[1]);
    }
}
