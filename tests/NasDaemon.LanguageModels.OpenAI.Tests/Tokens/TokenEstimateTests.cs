using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Tokens;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Tokens;

public sealed class TokenEstimateTests
{
    // Counted with the tokenizer of DeepSeek-Coder: 29, 10, 13 and 39 tokens.
    [Theory]
    [InlineData("self.conv1 = nn.Conv2d(3, 64, kernel_size=3, padding=1)", 29)]
    [InlineData("    return self.fc2(x)\n", 10)]
    [InlineData("import torch\nimport torch.nn as nn\n", 13)]
    [InlineData("Bitte entwirf ein Netz für CIFAR-10 mit höchstens 2.000.000 Parametern.", 39)]
    public void Of_LineOfSource_IsNotLessThanARealTokenizerSaysAndLessThanTwiceThat(string text, int real) =>
        Assert.InRange(TokenEstimate.Of(text), real, 2 * real);

    [Fact]
    public void Of_BeyondAscii_CountsEveryByte() => Assert.Equal(12, TokenEstimate.Of("你好世界"));

    [Fact]
    public void Learn_ServerCountsMore_TheGuessGrows()
    {
        var estimate = new TokenEstimate();
        var prompt = new TextPrompt("some words of a prompt");
        var first = estimate.Of(prompt);

        estimate.Learn(prompt, 2 * first);
        estimate.Learn(prompt, 1);

        Assert.Equal(2 * first, estimate.Of(prompt));
    }
}
