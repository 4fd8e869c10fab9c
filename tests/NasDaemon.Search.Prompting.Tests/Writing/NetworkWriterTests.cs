using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Writing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Prompting.Tests.Writing;

public sealed class NetworkWriterTests
{
    private static readonly WritingHelp Mending = WritingHelp.None with { Mend = true };
    private static readonly Failure Died = new(FailureClass.LanguageModel, "The process was ended by signal 9.") { IsPassing = true };
    private static readonly WritingHelp Repairing = WritingHelp.None with { Repairs = 2 };

    [Fact]
    public async Task Write_RightNetwork_IsTheSourceWithoutSteps()
    {
        var result = await Writers.WriteAsync(new ScriptedModel(_ => "Here:\n" + Answers.Fenced(Answers.Network)), Writers.Request(WritingHelp.None));

        Assert.Equal(Answers.Network, result.Source);
        Assert.Null(result.Refusal);
        Assert.NotNull(result.Reading!.GraphFingerprint);
        Assert.StartsWith("Here:", result.History.Answer, StringComparison.Ordinal);
        Assert.Empty(result.History.Steps);
        Assert.True(result.History.Usage.Generated > 0);
    }

    [Fact]
    public async Task Write_BeginningOfTheAnswer_IsPartOfTheSource()
    {
        const string start = "```python\nimport torch\nimport torch.nn as nn\n";
        var model = new ScriptedModel(_ => Answers.After(start, Answers.Fenced(Answers.Network)));

        var result = await Writers.WriteAsync(model, Writers.Request(WritingHelp.None, start: start));

        Assert.Equal(Answers.Network, result.Source);
    }

    [Fact]
    public async Task Write_NoCode_IsRefusedAsThat()
    {
        var result = await Writers.WriteAsync(new ScriptedModel(_ => "I would rather not."), Writers.Request(WritingHelp.None));

        Assert.Equal((FailureClass.NoCode, ""), (result.Refusal!.Class, result.Source));
        Assert.Equal("I would rather not.", result.History.Answer);
    }

    [Fact]
    public async Task Write_TokenLimitInTheMiddle_IsRefusedAsTruncated()
    {
        var result = await Writers.WriteAsync(new ScriptedModel(_ => Answers.Fenced(Answers.Network)), Writers.Request(WritingHelp.None, maximumTokens: 50));

        Assert.Equal(FailureClass.Truncated, result.Refusal!.Class);
        Assert.Contains("50 tokens", result.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_TokenLimitBehindTheNetwork_IsNoMatter()
    {
        var model = new ScriptedModel(_ => Answers.Fenced(Answers.Network) + string.Concat(Enumerable.Repeat("It is small. ", 1000)));

        var result = await Writers.WriteAsync(model, Writers.Request(WritingHelp.None, maximumTokens: 200));

        Assert.Equal((null, Answers.Network), (result.Refusal, result.Source));
    }

    [Fact]
    public async Task Write_ModelFails_IsRefusedWithItsFailure()
    {
        var failure = new Failure(FailureClass.LanguageModel, "The server is gone.");

        var result = await Writers.WriteAsync(new ScriptedModel(_ => throw new LanguageModelException(failure)), Writers.Request(Repairing));

        Assert.Equal(failure, result.Refusal);
    }

    [Fact]
    public async Task Write_ProcessOfTheModelDies_IsWrittenAgain()
    {
        var asked = 0;
        var model = new ScriptedModel(_ => asked++ < 2 ? throw new LanguageModelException(Died) : Answers.Fenced(Answers.Network));

        var result = await Writers.WriteAsync(model, Writers.Request(WritingHelp.None));

        Assert.Equal((null, Answers.Network, 3), (result.Refusal, result.Source, asked));
    }

    [Fact]
    public async Task Write_ProcessOfTheModelDiesOfTheSamePromptAgainAndAgain_IsRefusedWithItsFailure()
    {
        var asked = 0;

        var result = await Writers.WriteAsync(new ScriptedModel(_ => throw new LanguageModelException(Died with { Line = ++asked })), Writers.Request(Repairing));

        Assert.Equal((Died with { Line = 3 }, 3), (result.Refusal, asked));
    }

    [Fact]
    public async Task Write_WrongSizeWithMending_IsCuredAndNoted()
    {
        var model = new ScriptedModel(_ => Answers.Fenced(Answers.Head + Answers.WrongLayer + Answers.Forward));

        var result = await Writers.WriteAsync(model, Writers.Request(Mending));

        Assert.Equal(Answers.Network, result.Source);
        var step = Assert.Single(result.History.Steps);
        Assert.Equal((WritingStepKind.Mend, FailureClass.ShapeMismatch, true), (step.Kind, step.Failure.Class, step.Helped));
        Assert.Contains("+        self.fc = nn.Linear(784, 10)", step.Change, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WrongSizeWithoutMending_StaysAsItIs()
    {
        var wrong = Answers.Head + Answers.WrongLayer + Answers.Forward;

        var result = await Writers.WriteAsync(new ScriptedModel(_ => Answers.Fenced(wrong)), Writers.Request(WritingHelp.None));

        Assert.Equal((wrong, FailureClass.ShapeMismatch), (result.Source, result.Reading!.Failure!.Class));
        Assert.Empty(result.History.Steps);
    }

    [Fact]
    public async Task Write_Repairs_GiveTheSourceBackWithItsFailure()
    {
        var wrong = Answers.Head + Answers.WrongLayer + Answers.Forward;
        var model = new ScriptedModel(request => Answers.Fenced(((ChatPrompt)request.Prompt).Messages.Length == 2 ? wrong : Answers.Network));

        var result = await Writers.WriteAsync(model, Writers.Request(Repairing));

        Assert.Equal(Answers.Network, result.Source);
        var step = Assert.Single(result.History.Steps);
        Assert.Equal((WritingStepKind.Repair, FailureClass.ShapeMismatch, true), (step.Kind, step.Failure.Class, step.Helped));
        var (first, second) = (model.Requests[0], model.Requests[1]);
        var messages = ((ChatPrompt)second.Prompt).Messages;
        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User], messages.Select(message => message.Role));
        Assert.Contains(wrong.TrimEnd(), messages[2].Text, StringComparison.Ordinal);
        Assert.Contains(": mat1 and mat2 shapes cannot be multiplied", messages[3].Text, StringComparison.Ordinal);
        Assert.NotEqual(first.Sampling.Seed, second.Sampling.Seed);
        Assert.Equal(result.History.Usage.Generated, result.History.Discarded + (Answers.Fenced(Answers.Network).Length / 3));
    }

    [Fact]
    public async Task Write_RepairsThatDoNotHelp_EndAfterTheirNumber()
    {
        var model = new ScriptedModel(_ => Answers.Fenced(Answers.Head + Answers.WrongLayer + Answers.Forward));

        var result = await Writers.WriteAsync(model, Writers.Request(Repairing));

        Assert.Equal([false, false], result.History.Steps.Select(step => step.Helped));
        Assert.Equal((3, FailureClass.ShapeMismatch), (model.Requests.Count, result.Reading!.Failure!.Class));
    }

    [Fact]
    public async Task Write_ConversationThatDoesNotFit_IsShortened()
    {
        var shown = new ChatMessage(ChatRole.User, new string('x', 3000));
        var model = new ScriptedModel(_ => Answers.Fenced(Answers.Head + Answers.WrongLayer + Answers.Forward), context: 1700);
        var request = Writers.Request(WritingHelp.None with { Repairs = 1 }, maximumTokens: 600);

        await Writers.WriteAsync(model, request with { Prompt = request.Prompt with { Messages = [request.Prompt.Messages[0], shown] } });

        var messages = ((ChatPrompt)model.Requests[1].Prompt).Messages;
        Assert.Equal([ChatRole.System, ChatRole.User], messages.Select(message => message.Role));
        Assert.Contains("nn.Linear(100, 10)", messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ModelThatCannotBeSteered_DoesWithoutCheckAndFinish()
    {
        var model = new ScriptedModel(_ => Answers.Fenced(Answers.Head + Answers.WrongLayer + Answers.Forward));

        var result = await Writers.WriteAsync(model, Writers.Request(new WritingHelp(Mend: true, Check: 3, Finish: true, Repairs: 0)));

        Assert.Equal(Answers.Network, result.Source);
        Assert.Equal([WritingStepKind.Mend], result.History.Steps.Select(step => step.Kind));
    }

    [Fact]
    public async Task Write_ReaderOfItsOwn_MakesTheSource()
    {
        var request = Writers.Request(new WritingHelp(Mend: true, Check: 3, Finish: true, Repairs: 0)) with { Reader = new Patching() };

        var result = await Writers.WriteAsync(new ScriptedSteerableModel((_, _) => "784"), request);

        Assert.Equal((Answers.Network, "784"), (result.Source, result.History.Answer));
    }

    [Fact]
    public async Task Write_SeveralRequests_AreAnsweredInOrder()
    {
        var model = new ScriptedModel(request => $"I have no network {request.Sampling.Seed}.");
        var requests = Enumerable.Range(1, 5).Select(seed => Writers.Request(WritingHelp.None) with { Sampling = new SamplingSettings(seed) }).ToList();

        var results = await new NetworkWriter(model, Writers.Sources, Writers.Repair, TimeProvider.System).WriteAsync(requests, default);

        Assert.Equal(Enumerable.Range(1, 5).Select(seed => $"I have no network {seed}."), results.Select(result => result.History.Answer));
    }

    private sealed class Patching : IAnswerReader
    {
        public AnswerReading Read(string answer, bool isTruncated) =>
            new(Answers.Network.Replace("784", answer, StringComparison.Ordinal), null);
    }
}
