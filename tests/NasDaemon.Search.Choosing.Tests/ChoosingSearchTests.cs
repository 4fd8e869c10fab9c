using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Testing.Contracts;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Choosing.Tests;

public sealed class ChoosingSearchTests
{
    private const string Favourite = "nor_conv_3x3";

    private static readonly (string Name, JsonValue Value) Plain = ("calibrate", JsonValue.Create(false));
    private static readonly (string Name, JsonValue Value) Whole = ("edit", JsonValue.Create(0.0));

    [Fact]
    public async Task Propose_WholeNetworks_TakeWhatTheModelIsSureOf()
    {
        var play = await PlayAsync(Choosing.Search(Sure(), options: [Plain, Whole]), 10);

        Assert.All(play.Proposed.Skip(4), candidate => Assert.All(Choosing.Answers(candidate).Answers, answer => Assert.Equal(Favourite, answer.Text)));
    }

    [Fact]
    public async Task Propose_Edits_ChangeOneDecisionOfAParentToWhatTheModelIsSureOf()
    {
        var play = await PlayAsync(Choosing.Search(Sure(), options: [Plain]), 30);

        foreach (var candidate in play.Proposed.Skip(4))
        {
            var parent = play.Proposed[Assert.Single(candidate.Origin.Parents) - 1];
            var (before, after) = Choosing.Answers(parent).Answers.Zip(Choosing.Answers(candidate).Answers).Single(pair => pair.First.Text != pair.Second.Text);
            Assert.Equal(before.Name, after.Name);
            Assert.True(after.Text == Favourite || before.Text == Favourite);
        }
    }

    [Fact]
    public async Task Propose_SpaceWhoseDecisionsDependOnEachOther_AsksForThoseThatComeUp()
    {
        var model = new WeighingModel((text, option) => text.EndsWith("stages:", StringComparison.Ordinal) && option == " 3\n" ? 0 : -50);

        var play = await PlayAsync(Choosing.Search(model, space: Choosing.Chains, options: [Plain, Whole]), 6);

        Assert.All(play.Proposed.Skip(4), candidate => Assert.Contains(Choosing.Answers(candidate).Answers, answer => answer.Name.StartsWith("stage 3/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, 0.1, 0.4)]
    [InlineData(false, 0.9, 1)]
    public async Task Propose_ModelThatPrefersAnOptionInAnyText_CalibrationTakesThatOut(bool calibrate, double lowest, double highest)
    {
        var play = await PlayAsync(Choosing.Search(Sure(), options: [("calibrate", JsonValue.Create(calibrate)), Whole]), 60);

        var answers = play.Proposed.Skip(4).SelectMany(candidate => Choosing.Answers(candidate).Answers).ToList();
        Assert.InRange((double)answers.Count(answer => answer.Text == Favourite) / answers.Count, lowest, highest);
    }

    [Theory]
    [InlineData(100, 0.1, 0.4)]
    [InlineData(0.1, 0.9, 1)]
    public async Task Propose_Temperature_FlattensOrSharpens(double temperature, double lowest, double highest)
    {
        var model = new WeighingModel((_, option) => option.Contains(Favourite, StringComparison.Ordinal) ? -1 : -2);

        var play = await PlayAsync(Choosing.Search(model, options: [Plain, Whole, ("temperature", JsonValue.Create(temperature))]), 60);

        var answers = play.Proposed.Skip(4).SelectMany(candidate => Choosing.Answers(candidate).Answers).ToList();
        Assert.InRange((double)answers.Count(answer => answer.Text == Favourite) / answers.Count, lowest, highest);
    }

    [Fact]
    public async Task Propose_TheText_ShowsKnownNetworksTheParentAndTheOptions()
    {
        var model = Sure();

        await PlayAsync(Choosing.Search(model, options: [Plain, ("shown", JsonValue.Create(2L))]), 5);

        var lines = Assert.Single(model.Asked).Split('\n');
        Assert.Equal("Neural networks for mnist, each better than those above it.", lines[0]);
        Assert.Equal(3, lines.Count(line => line.StartsWith("Accuracy ", StringComparison.Ordinal)));
        Assert.Equal(18, lines.Count(line => line.StartsWith("cell/edge ", StringComparison.Ordinal) && line.Contains(": ", StringComparison.Ordinal)));
        Assert.Equal("Higher accuracy with one change", lines[^3]);
        Assert.Equal(4, lines[^2].Trim('(', ')').Split(", ").Length);
        Assert.Matches(@"^cell/edge \d→\d:$", lines[^1]);
    }

    [Theory]
    [InlineData(150)]
    [InlineData(600)]
    [InlineData(2000)]
    public async Task Propose_ShortContext_LeavesOutKnownNetworksAndDrawsTheRestByLot(int context)
    {
        var model = new WeighingModel((_, _) => -1, context);

        var play = await PlayAsync(Choosing.Search(model, space: Choosing.Chains, options: [("edit", JsonValue.Create(0.3)), ("shown", JsonValue.Create(5L))]), 20);

        Assert.Equal(20, play.Proposed.Count);
        Assert.All(model.Asked, text => Assert.InRange(text.Length, 1, context));
    }

    [Fact]
    public async Task Describe_AfterASearch_TellsHowFarTheAnswersAreFromEvenOnes()
    {
        var sure = Choosing.Search(Sure(), options: [Plain, Whole]);
        var even = Choosing.Search(new WeighingModel((_, _) => -3), options: [Plain, Whole]);
        Assert.Empty(sure.Describe());

        await PlayAsync(sure, 14);
        await PlayAsync(even, 14);

        Assert.Contains("asked for 60 decisions", sure.Describe()[0], StringComparison.Ordinal);
        Assert.Contains(" 0 % of the entropy", sure.Describe()[1], StringComparison.Ordinal);
        Assert.Contains("100 % of the entropy", even.Describe()[1], StringComparison.Ordinal);
        Assert.Contains("0 of 14 candidates repeated", sure.Describe()[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_ProcessOfTheModelDies_AsksTheSameAgain()
    {
        var asked = 0;
        var dying = new WeighingModel((_, option) => ++asked % 7 == 0
            ? throw new LanguageModelException(new Failure(FailureClass.LanguageModel, "The process was ended by signal 9.") { IsPassing = true })
            : -option.Length);

        var disturbed = await PlayAsync(Choosing.Search(dying, options: [Plain]), 20);
        var undisturbed = await PlayAsync(Choosing.Search(new WeighingModel((_, option) => -option.Length), options: [Plain]), 20);

        Assert.True(asked > 7);
        Assert.Equal(undisturbed.Proposed.Select(candidate => candidate.Source), disturbed.Proposed.Select(candidate => candidate.Source));
    }

    [Fact]
    public async Task Propose_ModelWithoutProbabilities_SaysWhichModelHelps()
    {
        var search = Choosing.Search(new ScriptedModel(_ => ""));

        var refusal = await Assert.ThrowsAsync<LanguageModelException>(() => PlayAsync(search, 10));

        Assert.Contains("'scripted' does not tell the probabilities", refusal.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("llama-cpp", refusal.Failure.Hint, StringComparison.Ordinal);
    }

    private static WeighingModel Sure() => new((_, option) => option == $" {Favourite}\n" ? 0 : -50);

    private static async Task<StrategyPlay> PlayAsync(ISearchStrategy search, int candidates)
    {
        var play = new StrategyPlay(1, (number, _) => Outcomes.Trained((number * 37 % 101) / 101.0));
        await play.RunAsync(() => search, candidates);
        return play;
    }
}
