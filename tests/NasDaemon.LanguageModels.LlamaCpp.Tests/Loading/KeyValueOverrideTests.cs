using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Loading;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests.Loading;

public sealed class KeyValueOverrideTests
{
    [Fact]
    public void Parse_EveryType_IsRead() => Assert.Equal(
        [
            new KeyValueOverride("a.b", 3L),
            new KeyValueOverride("c", -0.5),
            new KeyValueOverride("d", true),
            new KeyValueOverride("tokenizer.ggml.pre", "deepseek-coder"),
        ],
        KeyValueOverride.Parse("a.b=int:3, c=float:-0.5,d=bool:true , tokenizer.ggml.pre=str:deepseek-coder"));

    [Theory]
    [InlineData("a")]
    [InlineData("a=3")]
    [InlineData("=int:3")]
    [InlineData("a=int:x")]
    [InlineData("a=list:1")]
    public void Parse_Malformed_SaysTheForm(string text)
    {
        var refusal = Assert.Throws<LanguageModelException>(() => KeyValueOverride.Parse(text));

        Assert.Contains(text, refusal.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("key=type:value", refusal.Failure.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(127, true)]
    [InlineData(128, false)]
    public void Parse_LongText_IsRefusedWhereTheLibraryHasNoRoom(int length, bool fits)
    {
        var text = $"key=str:{new string('x', length)}";

        if (fits)
        {
            Assert.Single(KeyValueOverride.Parse(text));
        }
        else
        {
            Assert.Throws<LanguageModelException>(() => KeyValueOverride.Parse(text));
        }
    }

    [Fact]
    public void Pack_Always_EndsWithAnEmptyOne()
    {
        var packed = KeyValueOverride.Pack([new KeyValueOverride("a", 5L)]);

        Assert.Equal(2, packed.Length);
        Assert.Equal(((byte)'a', (byte)0, 5L), (packed[0].Key[0], packed[0].Key[1], packed[0].Value[0]));
        Assert.Equal(0, packed[1].Key[0]);
    }
}
