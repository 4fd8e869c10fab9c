using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Budgeting;
using NasDaemon.Search.Prompting.Examples;
using NasDaemon.Search.Prompting.Memory;
using NasDaemon.Search.Prompting.Mixing;
using NasDaemon.Search.Prompting.Tests.Support;
using NasDaemon.Search.Prompting.Wording;

namespace NasDaemon.Search.Prompting.Tests.Budgeting;

public sealed class PromptBudgetTests
{
    private const int Answer = 1024;

    public static TheoryData<int, int, int> EveryNumberAndContext
    {
        get
        {
            var rows = new TheoryData<int, int, int>();
            foreach (var supporting in Enumerable.Range(0, 7))
            {
                rows.Add(supporting, 2048, 0);
                rows.Add(supporting, 2048, 10_000);
                rows.Add(supporting, 4096, 10_000);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(EveryNumberAndContext))]
    public async Task Fit_EveryNumberOfExamples_LeavesRoomForTheAnswer(int supporting, int context, int request)
    {
        var model = Prompted.Drawing(context);
        var draft = Draft(supporting, new string('ä', request), attempts: supporting);

        var fit = await Budget(model).FitAsync(draft, Answer, CancellationToken.None);

        var tokens = await model.CountTokensAsync(fit.Prompt, CancellationToken.None);
        Assert.InRange(fit.MaximumTokens, 1024, context - tokens);
    }

    [Fact]
    public async Task Fit_PlentyOfRoom_LeavesNothingOut()
    {
        var fit = await Budget(Prompted.Drawing(100_000)).FitAsync(Draft(6, "frogs", 4), Answer, CancellationToken.None);

        Assert.Empty(fit.Omitted);
        Assert.Equal((6, 4, Answer), (fit.Draft.Examples.Supporting.Length, fit.Draft.Attempts.Length, fit.MaximumTokens));
    }

    [Fact]
    public async Task Fit_LittleRoom_GivesThingsUpInTheStatedOrder()
    {
        var fit = await Budget(Prompted.Drawing(2048)).FitAsync(Draft(3, new string('w', 9_000), 2), Answer, CancellationToken.None);

        string[] order =
        [
            "Comments and training code", "The supporting network example 3", "The supporting network example 2", "The supporting network example 1",
            "The source of attempt 1", "The source of attempt 2", "Attempt 1", "Attempt 2", "The request was shortened.",
        ];
        Assert.All(order.Zip(fit.Omitted), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.NotNull(fit.Draft.Examples.Reference);
    }

    [Fact]
    public async Task Fit_NotEvenTheQuestionFits_SaysWhatHelps()
    {
        var failure = await Assert.ThrowsAsync<LanguageModelException>(
            async () => await Budget(Prompted.Drawing(256)).FitAsync(Draft(1, "", 0), Answer, CancellationToken.None));

        Assert.Contains("has 256 tokens", failure.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("'context'", failure.Failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_ReferenceOfAnEditDoesNotFit_AsksForAWholeNetwork()
    {
        var huge = string.Concat(Enumerable.Range(0, 400).Select(number => $"x{number} = {number}\n"));
        var draft = Draft(0, "", 0) with { Mode = PromptMode.Edit, Examples = new ExampleSet(new Example("huge", huge, "0.9"), []) };

        var fit = await Budget(Prompted.Drawing(2048)).FitAsync(draft, Answer, CancellationToken.None);

        Assert.Equal(PromptMode.Generate, fit.Draft.Mode);
        Assert.DoesNotContain("SEARCH", fit.Prompt.Messages[^1].Text, StringComparison.Ordinal);
    }

    private static PromptBudget Budget(ILanguageModel model)
    {
        var context = Context(model);
        var wording = new PromptWording(Prompted.Templates, TaskFacts.Of(context.Task, context.Shape), Dialect.Plain, thinks: false);
        return new PromptBudget(model, wording, new Reductions(context.Sources));
    }

    private static StrategyContext Context(ILanguageModel model) => Prompted.Context(MixedStrategy.Description, 1, model);

    // Later examples are longer, so that they are the first to go.
    private static PromptDraft Draft(int supporting, string request, int attempts) => new(
        PromptMode.Improve,
        request,
        new ExampleSet(new Example("reference", Networks.Convolution(8), "0.9"), [.. Enumerable.Range(1, supporting).Select(Supporting)]),
        [.. Enumerable.Range(1, attempts).Select(number => new Attempt(number, Networks.Convolution(number), "refused"))]);

    private static Example Supporting(int number) =>
        new($"example {number}", Networks.Convolution(8 + number, string.Concat(Enumerable.Repeat("\n        x = torch.relu(x)", 40 * number))), "0.8");
}
