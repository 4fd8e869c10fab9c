using NasDaemon.LanguageModels.OpenAI.Answers;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Answers;

public sealed class StopFilterTests
{
    [Theory]
    [InlineData("abcdef", "de", "abc")]
    [InlineData("abcdef", "x", "abcdef")]
    [InlineData("aab", "ab", "a")]
    [InlineData("```\n``` end", "``` ", "```\n")]
    [InlineData("x", "xy", "x")]
    public void Pass_TextCutAnywhere_LetsThroughWhatStandsBeforeTheStop(string text, string stop, string expected)
    {
        for (var size = 1; size <= text.Length; size++)
        {
            var filter = new StopFilter([stop]);

            var passed = string.Concat(text.Chunk(size).Select(piece => filter.Pass(new string(piece)))) + filter.Flush();

            Assert.Equal(expected, passed);
        }
    }

    [Fact]
    public void Pass_SeveralStops_TheFirstInTheTextCounts()
    {
        var filter = new StopFilter(["later", "now"]);

        Assert.Equal("do it ", filter.Pass("do it now or later"));
        Assert.True(filter.IsStopped);
        Assert.Equal("", filter.Pass("more") + filter.Flush());
    }

    [Fact]
    public void Pass_HalfACharacter_WaitsForTheOtherHalf()
    {
        var filter = new StopFilter([]);

        Assert.Equal(["a", "😀b"], [filter.Pass("a\ud83d"), filter.Pass("\ude00b")]);
    }
}
