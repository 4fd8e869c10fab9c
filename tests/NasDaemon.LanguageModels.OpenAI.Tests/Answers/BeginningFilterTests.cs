using NasDaemon.LanguageModels.OpenAI.Answers;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Answers;

public sealed class BeginningFilterTests
{
    [Theory]
    [InlineData("class Net:\n", "class Net:\n    pass", "    pass")]
    [InlineData("class Net:\n", "\n\nclass Net:\n    pass", "    pass")]
    [InlineData("class Net:\n", "    pass", "    pass")]
    [InlineData("class Net:\n", "class Other:\n", "class Other:\n")]
    [InlineData("class Net:\n", "class", "class")]
    [InlineData("  ", "  x", "  x")]
    [InlineData("", "x", "x")]
    public void Pass_AnswerCutAnywhere_TakesTheBeginningAwayOnlyWhereItIsThere(string beginning, string answer, string expected)
    {
        for (var size = 1; size <= answer.Length; size++)
        {
            var filter = new BeginningFilter(beginning);

            var passed = string.Concat(answer.Chunk(size).Select(piece => filter.Pass(new string(piece)))) + filter.Flush();

            Assert.Equal(expected, passed);
        }
    }
}
