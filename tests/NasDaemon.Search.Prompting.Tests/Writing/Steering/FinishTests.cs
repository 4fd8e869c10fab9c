using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Writing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Prompting.Tests.Writing.Steering;

public sealed class FinishTests
{
    private const string Kept = "```python\n" + Answers.Head + Answers.Layer;
    private const string Header = "\n    def forward(self, x):\n        ";
    private const string Body = "x = torch.flatten(x, 1)\n        return self.fc(x)\n";

    private static readonly WritingHelp Finishing = WritingHelp.None with { Finish = true };

    [Theory]
    [InlineData(Answers.Head + Answers.Layer)]
    [InlineData(Answers.Head + Answers.Layer + "        return self.fc\n")]
    [InlineData(Answers.Head + Answers.Layer + "\nmodel = Net()\nprint(model)\n")]
    [InlineData(Answers.Head + Answers.Layer + "        self.drop = nn.Dropout(\n")]
    public async Task Write_NoForward_GoesOnBehindItsHeader(string code)
    {
        var model = new ScriptedSteerableModel((soFar, _) => soFar.Length == 0 ? Answers.Fenced(code) : Answers.After(soFar, Kept + Header + Body + "```\n"));

        var result = await Writers.WriteAsync(model, Writers.Request(Finishing));

        Assert.Equal((Kept + Header + Body)["```python\n".Length..], result.Source);
        Assert.Null(result.Reading!.Failure);
        var step = Assert.Single(result.History.Steps);
        Assert.Equal((WritingStepKind.Finish, true), (step.Kind, step.Helped));
        Assert.Equal(Answers.Fenced(code).Length + (Body + "```").Length, result.History.Usage.Generated);
        Assert.Equal(Kept + Header, model.Prompts[1].AnswerStart);
    }

    [Fact]
    public async Task Write_ProcessOfTheModelDiesMeanwhile_WritesAllAgainAndCountsWhatIsLost()
    {
        var calls = 0;
        var model = new ScriptedSteerableModel((soFar, _) => ++calls == 2
            ? throw new LanguageModelException(new Failure(FailureClass.LanguageModel, "The process was ended by signal 9.") { IsPassing = true })
            : soFar.Length == 0 ? Answers.Fenced(Answers.Head + Answers.Layer) : Answers.After(soFar, Kept + Header + Body + "```\n"));

        var result = await Writers.WriteAsync(model, Writers.Request(Finishing));

        Assert.Equal((Kept + Header + Body)["```python\n".Length..], result.Source);
        Assert.Equal(4, calls);
        Assert.Equal(Answers.Fenced(Answers.Head + Answers.Layer).Length, result.History.Discarded - "```\n".Length);
    }

    [Fact]
    public async Task Write_ForwardWithoutReturn_GoesOnFromItsLastLine()
    {
        var code = Answers.Head + Answers.Layer + Header.TrimEnd(' ') + "        x = torch.flatten(x, 1)\n";
        var model = new ScriptedSteerableModel((soFar, _) => soFar.Length == 0 ? Answers.Fenced(code) : "return self.fc(x)\n```\n");

        var result = await Writers.WriteAsync(model, Writers.Request(Finishing));

        Assert.Equal(code + "        return self.fc(x)\n", result.Source);
        Assert.Equal(FailureClass.WrongOutput, Assert.Single(result.History.Steps).Failure.Class);
    }

    [Fact]
    public async Task Write_TokenLimitInTheMiddle_GoesOnFromTheLastWholeLine()
    {
        var whole = Kept + Header + Body;
        var model = new ScriptedSteerableModel((soFar, _) => Answers.After(soFar, whole + "```\n"));

        var result = await Writers.WriteAsync(model, Writers.Request(Finishing, maximumTokens: Kept.Length + 5));

        Assert.Null(result.Refusal);
        Assert.Equal(whole["```python\n".Length..], result.Source);
    }

    [Fact]
    public async Task Write_TokenLimitAgainAndAgain_IsBroughtToItsEndAfterTwice()
    {
        var endless = Kept + Header + string.Concat(Enumerable.Repeat("x = torch.relu(x)\n        ", 100));
        var model = new ScriptedSteerableModel((soFar, _) => Answers.After(soFar, endless));

        var result = await Writers.WriteAsync(model, Writers.Request(Finishing, maximumTokens: Kept.Length + 100));

        Assert.Equal(2, model.Prompts.Count);
        Assert.Null(result.Reading!.Failure);
        Assert.EndsWith("return self.fc(x)", result.Source.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WrongLineInTheConstructor_GoesOnFromThere()
    {
        var code = Answers.Head + "        self.fc = nn.Linear(width, 10)\n        self.drop = nn.Dropout(0.5)\n" + Answers.Forward;
        var rest = "self.fc = nn.Linear(784, 10)\n" + Answers.Forward;
        var model = new ScriptedSteerableModel((soFar, _) => soFar.Length == 0 ? Answers.Fenced(code) : rest + "```\n");

        var result = await Writers.WriteAsync(model, Writers.Request(Finishing));

        Assert.Equal(Answers.Network, result.Source);
        Assert.Equal("```python\n" + Answers.Head + "        ", model.Prompts[1].AnswerStart);
        Assert.Equal(Answers.Fenced(code).Length - Kept.Length + Answers.Layer.Length, result.History.Discarded);
    }

    [Theory]
    [InlineData("        x = torch.flatten(x, 1)\n", "        return self.fc(x)\n")]
    [InlineData("        y = torch.relu(x)\n", "        y = torch.flatten(y, 1)\n        return self.fc(y)\n")]
    public async Task Write_ForwardThatGoesWrongOverAndOver_EndsWithTheLastLinearLayer(string sound, string closing)
    {
        var begun = Answers.Head + Answers.Layer + Header.TrimEnd(' ') + sound;
        var model = new ScriptedSteerableModel((soFar, _) => soFar.Length == 0 ? Answers.Fenced(begun + "        return self.head(x)\n") : "return self.head(x)\n```\n");

        var result = await Writers.WriteAsync(model, Writers.Request(Finishing));

        Assert.Equal(begun + closing, result.Source);
        Assert.Null(result.Reading!.Failure);
        Assert.Equal([false, false, true], result.History.Steps.Select(step => step.Helped));
        Assert.Equal(3, model.Prompts.Count);
    }

    [Fact]
    public async Task Write_WholeNetwork_IsLeftAlone()
    {
        var model = new ScriptedSteerableModel((_, _) => Answers.Fenced(Answers.Network));

        var result = await Writers.WriteAsync(model, Writers.Request(Finishing));

        Assert.Equal(Answers.Network, result.Source);
        Assert.Single(model.Prompts);
        Assert.Empty(result.History.Steps);
    }

    [Fact]
    public async Task Write_EverythingAtOnce_BringsABrokenAnswerToANetwork()
    {
        const string start = "```python\n";
        var wrong = start + Answers.Head + "        self.fc = nn.Linear(width, 10)\n";
        var right = start + Answers.Head + Answers.WrongLayer;
        var tries = 0;
        var model = new ScriptedSteerableModel((soFar, _) =>
            soFar == start + Answers.Head && tries++ == 0 ? Answers.After(soFar, wrong)
            : right.StartsWith(soFar, StringComparison.Ordinal) ? Answers.After(soFar, right)
            : Answers.After(soFar, right + Header + Body + "```\n"));

        var result = await Writers.WriteAsync(model, Writers.Request(new WritingHelp(Mend: true, Check: 2, Finish: true, Repairs: 1), start: start));

        Assert.Equal([WritingStepKind.Check, WritingStepKind.Finish, WritingStepKind.Mend], result.History.Steps.Select(step => step.Kind));
        Assert.Null(result.Reading!.Failure);
    }
}
