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
        var tries = new List<double>();
        var model = new ScriptedSteerableModel((soFar, sampling) =>
        {
            if (soFar == Start + before)
            {
                tries.Add(sampling.Temperature);
                return tries.Count == 1 ? wrong : Answers.After(before, Answers.Network);
            }

            return Answers.After(soFar, Start + Answers.Network);
        });

        var result = await Writers.WriteAsync(model, Writers.Request(Checking, start: Start));

        Assert.Equal(Answers.Network.TrimEnd(), result.Source.TrimEnd());
        var step = Assert.Single(result.History.Steps);
        Assert.Equal((WritingStepKind.Check, failure, true), (step.Kind, step.Failure.Class, step.Helped));
        Assert.Equal(wrong.Length, result.History.Discarded);
        Assert.Equal(2, tries.Count);
        Assert.True(tries[1] > tries[0]);
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
    public async Task Write_CopyOfAShownNetwork_IsWrittenWarmerUntilItDiffers()
    {
        const string own = "                return self.fc(x) * 2\n";
        var lines = new List<(string SoFar, double Temperature)>();
        var whole = Start + Answers.Network.Replace("        return self.fc(x)\n", own[8..], StringComparison.Ordinal);
        var model = new ScriptedSteerableModel((soFar, sampling) =>
        {
            lines.Add((soFar, sampling.Temperature));
            return Answers.After(soFar, whole);
        });
        var request = Writers.Request(Checking, start: Start);
        var shown = request.Prompt.Messages[1] with { Text = "Known:\n" + Answers.Fenced(Answers.Network) };

        await Writers.WriteAsync(model, request with { Prompt = request.Prompt with { Messages = [request.Prompt.Messages[0], shown] } });

        Assert.Equal(0.8, lines[0].Temperature);
        Assert.EndsWith("x = torch.flatten(x, 1)\n", lines[^1].SoFar, StringComparison.Ordinal);
        Assert.Equal(1.4, lines[^1].Temperature, 6);
    }

    [Fact]
    public async Task Write_CopyThatGoesOnForTooLong_IsCutBackUntilALineDiffers()
    {
        const string copied = "        self.fc = nn.Linear(784, 10)\n";
        const string own = "        self.fc = nn.Linear(784, 10, bias=False)\n";
        const string network = Answers.Head + "        self.drop = nn.Dropout(0.5)\n" + Answers.Layer + Answers.Forward;
        var tries = new List<double>();
        var model = new ScriptedSteerableModel((soFar, sampling) =>
        {
            if (soFar.EndsWith("nn.Dropout(0.5)\n", StringComparison.Ordinal))
            {
                tries.Add(sampling.Temperature);
                return tries.Count < 3 ? copied : own;
            }

            return Answers.After(soFar, Start + (tries.Count < 3 ? network : network.Replace(copied, own, StringComparison.Ordinal)));
        });
        var request = Writers.Request(Checking, start: Start);
        var shown = request.Prompt.Messages[1] with { Text = "Known:\n" + Answers.Fenced(network) };

        var result = await Writers.WriteAsync(model, request with
        {
            Prompt = request.Prompt with { Messages = [request.Prompt.Messages[0], shown] },
            Sampling = request.Sampling with { Seed = 2 },
        });

        Assert.Contains(own, result.Source, StringComparison.Ordinal);
        var step = Assert.Single(result.History.Steps);
        Assert.Equal((WritingStepKind.Check, FailureClass.Copied, true), (step.Kind, step.Failure.Class, step.Helped));
        Assert.Equal(2 * copied.Length, result.History.Discarded);
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
