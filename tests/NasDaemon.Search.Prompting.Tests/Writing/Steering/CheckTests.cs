using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Writing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Prompting.Tests.Writing.Steering;

public sealed class CheckTests
{
    private const string Start = "```python\n";

    private static readonly WritingHelp Checking = WritingHelp.None with { Check = 3 };

    [Theory]
    [InlineData("        self.fc = nn.Linear(784, 10, size=3)\n", Answers.Head, FailureClass.WrongArguments)]
    [InlineData("        self.fc = nn.Lineer(784, 10)\n", Answers.Head, FailureClass.UnknownName)]
    [InlineData("        self.fc = nn.Linear(width, 10)\n", Answers.Head, FailureClass.UnknownName)]
    [InlineData("        return self.layers\n", Answers.Head, FailureClass.UnknownAttribute)]
    [InlineData("        self.fc = nn.Linear(784, 10))\n", Answers.Head, FailureClass.Syntax)]
    [InlineData("        x = self.conv(x)\n", Answers.Head + Answers.Layer + "\n    def forward(self, x):\n", FailureClass.UnknownAttribute)]
    [InlineData("        x = self.fc(x)\n", Answers.Head + Answers.Layer + "\n    def forward(self, x):\n", FailureClass.ShapeMismatch)]
    public async Task Write_LineThatCannotBecomeRight_IsWrittenAgainWarmer(string wrong, string before, FailureClass failure)
    {
        var indentations = new List<double>();
        var rests = new List<double>();
        var model = new ScriptedSteerableModel((soFar, sampling) =>
        {
            if (soFar == Start + before)
            {
                indentations.Add(sampling.Temperature);
                return indentations.Count == 1 ? wrong : Answers.After(before, Answers.Network);
            }

            if (soFar == Start + before + " ")
            {
                rests.Add(sampling.Temperature);
            }

            return Answers.After(soFar, Start + Answers.Network);
        });

        var result = await Writers.WriteAsync(model, Writers.Request(Checking, start: Start));

        Assert.Equal(Answers.Network.TrimEnd(), result.Source.TrimEnd());
        var step = Assert.Single(result.History.Steps);
        Assert.Equal((WritingStepKind.Check, failure, true), (step.Kind, step.Failure.Class, step.Helped));
        Assert.Equal(wrong.Length, result.History.Discarded);
        Assert.Equal([0.8, 0.8], indentations);
        Assert.True(Assert.Single(rests) > 0.8);
    }

    [Fact]
    public async Task Write_LineThatStaysWrong_IsLetGoOnAfterItsTries()
    {
        var wrong = Answers.Head + "        self.fc = nn.Lineer(784, 10)\n        self.drop = nn.Dropout(0.5)\n" + Answers.Forward;
        var model = new ScriptedSteerableModel((soFar, _) => Answers.After(soFar, Start + wrong + "```\n"));

        var result = await Writers.WriteAsync(model, Writers.Request(Checking, start: Start));

        Assert.Equal(wrong, result.Source);
        Assert.Equal([false], result.History.Steps.Select(step => step.Helped));
        Assert.Equal(3 * "        self.fc = nn.Lineer(784, 10)\n".Length, result.History.Discarded);
    }

    [Fact]
    public async Task Write_NetworkThatIsWhole_EndsTheAnswer()
    {
        var model = new ScriptedSteerableModel((soFar, _) => Answers.After(soFar, Start + Answers.Network + "\nmodel = Net()\nmodel.train()\n```\nIt is small."));

        var result = await Writers.WriteAsync(model, Writers.Request(Checking, start: Start));

        Assert.Equal(Answers.Network.TrimEnd(), result.Source.TrimEnd());
        Assert.Equal(Answers.Network.TrimEnd().Length + 1, result.History.Usage.Generated);
    }

    [Fact]
    public async Task Write_FailureThatMendingCures_IsNotCutBack()
    {
        var wrong = Answers.Head + Answers.WrongLayer + Answers.Forward;
        var model = new ScriptedSteerableModel((soFar, _) => Answers.After(soFar, Start + wrong));

        var result = await Writers.WriteAsync(model, Writers.Request(Checking with { Mend = true }, start: Start));

        Assert.Equal(Answers.Network.TrimEnd(), result.Source.TrimEnd());
        Assert.Equal([WritingStepKind.Mend], result.History.Steps.Select(step => step.Kind));
        Assert.Equal(0, result.History.Discarded);
    }

    [Fact]
    public async Task Write_ShapesWanted_TellsThemInComments()
    {
        var model = new ScriptedSteerableModel((soFar, _) => Answers.After(soFar.Replace("        # [batch, 784]\n", string.Empty, StringComparison.Ordinal), Start + Answers.Network));

        var result = await Writers.WriteAsync(model, Writers.Request(Checking with { TellsShapes = true }, start: Start));

        Assert.Contains("x = torch.flatten(x, 1)\n        # [batch, 784]\n        return", result.Source, StringComparison.Ordinal);
        Assert.Null(result.Reading!.Failure);
    }

    [Fact]
    public async Task Write_MoreThrownAwayThanKept_IsLetGoOn()
    {
        const string wrong = "        self.fc = nn.Lineer(784, 10)\n";
        var model = new ScriptedSteerableModel((soFar, _) => Answers.After(soFar, Start + Answers.Head + wrong + Answers.Forward + "```\n"));

        var result = await Writers.WriteAsync(model, Writers.Request(Checking with { Check = 16 }, start: Start));

        Assert.Equal(Answers.Head + wrong + Answers.Forward, result.Source);
        Assert.InRange(result.History.Discarded, (Answers.Head + wrong).Length + 128, (Answers.Head + wrong).Length + 128 + wrong.Length);
    }

    [Fact]
    public async Task Write_WordsBeforeTheCode_AreNotChecked()
    {
        var model = new ScriptedSteerableModel((soFar, _) => Answers.After(soFar, "A network (small:\n\n" + Start + Answers.Network + "```\n"));

        var result = await Writers.WriteAsync(model, Writers.Request(Checking));

        Assert.Equal(Answers.Network.TrimEnd(), result.Source.TrimEnd());
        Assert.Empty(result.History.Steps);
    }

    [Fact]
    public async Task Write_SameLineOver_EndsWithItsTokens()
    {
        var model = new ScriptedSteerableModel((soFar, _) => soFar == Start ? Answers.Head : Answers.Layer);

        var result = await Writers.WriteAsync(model, Writers.Request(Checking, maximumTokens: 1000, start: Start));

        Assert.Equal(FailureClass.Truncated, result.Refusal!.Class);
        Assert.InRange(result.History.Usage.Generated, 900, 1000);
    }
}
