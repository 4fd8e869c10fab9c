using NasDaemon.Abstractions.Spaces;
using NasDaemon.Pipeline.Choices;

namespace NasDaemon.Pipeline.Tests.Choices;

public sealed class RecordingChoicesTests
{
    private readonly RecordingChoices _choices = new(new RandomChoices(new Random(1)));

    [Fact]
    public void Pick_NameAskedBefore_Throws()
    {
        _choices.Pick("width", ["8"]);

        Assert.Throws<ArgumentException>(() => _choices.Integer("width", 1, 2));
    }

    [Fact]
    public void Pick_NoOption_Throws() => Assert.Throws<ArgumentException>(() => _choices.Pick("width", []));

    [Fact]
    public void Pick_OptionTwice_Throws() => Assert.Throws<ArgumentException>(() => _choices.Pick("width", ["8", "8"]));

    [Theory]
    [InlineData(3, 2, 1)]
    [InlineData(1, 2, 0)]
    public void Integer_EmptyRange_Throws(int minimum, int maximum, int step) =>
        Assert.Throws<ArgumentException>(() => _choices.Integer("width", minimum, maximum, step));

    [Fact]
    public void Integer_MaximumOffTheGrid_RecordsTheGridOnly()
    {
        _choices.Integer("width", 4, 11, 3);

        Assert.Equal(["4", "7", "10"], _choices.Answers.Answers[0].Options);
    }

    [Fact]
    public void Pick_AnswerThatWasNotOffered_Throws()
    {
        var choices = new RecordingChoices(new StubbornChoices());

        Assert.Throws<InvalidOperationException>(() => choices.Pick("width", ["8"]));
        Assert.Throws<InvalidOperationException>(() => choices.Integer("depth", 1, 2));
        Assert.Throws<InvalidOperationException>(() => choices.Operations("edge", ["none", "conv", "pool"]));
    }

    private sealed class StubbornChoices : IChoices
    {
        public string Pick(string name, IReadOnlyList<string> options) => "mine";

        public int Integer(string name, int minimum, int maximum, int step = 1) => 99;

        public IReadOnlyList<string> Operations(string name, IReadOnlyList<string> operations) => [.. operations.Take(2)];
    }
}
