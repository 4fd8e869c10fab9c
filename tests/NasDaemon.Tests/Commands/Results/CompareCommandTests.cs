using System.Text.Json;
using MathNet.Numerics.Statistics;
using NasDaemon.Pipeline.Statistics;

namespace NasDaemon.Tests.Commands.Results;

public sealed class CompareCommandTests(ResultHome results) : IClassFixture<ResultHome>
{
    [Fact]
    public async Task Compare_TwoSearches_ShowsThemSideBySideWithTheTest()
    {
        var run = await results.Home.RunAsync("compare", "good", "poor");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("best on test +95.00 %\n", run.Output);
        Assert.Matches("95 % interval +93.47 % to 96.19 %\n", run.Output);
        Assert.Contains("good and poor: good is better by more than chance would explain", run.Output, StringComparison.Ordinal);
        Assert.Contains("validation accuracies of all networks that each search trained", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_Json_HoldsTheFiguresOfTheStatistics()
    {
        using var json = JsonDocument.Parse((await results.Home.RunAsync("compare", "good", "poor", "elsewhere", "--json")).Output);

        var pairs = json.RootElement.GetProperty("pairs");
        var expected = WelchTest.Of([0.90, 0.92, 0.94, 0.93], [0.70, 0.72, 0.71, 0.74])!;
        Assert.Equal(expected.P, pairs[0].GetProperty("p").GetDouble(), 1e-12);
        Assert.Equal(expected.P, pairs[0].GetProperty("p_holm").GetDouble(), 1e-12);
        Assert.Equal(new[] { 0.90, 0.92, 0.94, 0.93 }.Mean() - new[] { 0.70, 0.72, 0.71, 0.74 }.Mean(), pairs[0].GetProperty("difference").GetDouble(), 1e-12);
        Assert.Contains("different data sets (mnist; cifar10)", pairs[1].GetProperty("obstacle").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, pairs[1].GetProperty("p").ValueKind);
    }

    [Fact]
    public async Task Compare_ResultsTakenOverFromAnotherTask_AreNoFiguresOfTheirOwn()
    {
        var run = await results.Home.RunAsync("compare", "poor", "repeated", "--json");
        var text = await results.Home.RunAsync("compare", "poor", "repeated");

        using var json = JsonDocument.Parse(run.Output);
        var repeated = json.RootElement.GetProperty("tasks")[1];
        Assert.Equal((4, 2, 2), (repeated.GetProperty("trainings").GetInt32(), repeated.GetProperty("reused").GetInt32(), repeated.GetProperty("figures").GetInt32()));
        Assert.Equal(0.82, repeated.GetProperty("mean").GetDouble(), 1e-9);
        Assert.Matches("taken over +2\n", text.Output);
        Assert.Contains("taken over from another task are left out", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ATaskWithoutResults_SaysWhyThereIsNoTest()
    {
        var run = await results.Home.RunAsync("compare", "good", "now");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("no test. now has 0 figures; a test needs two of each.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "good", "good")]
    [InlineData(4, "good", "nonesuch")]
    public async Task Compare_WhatCannotBeCompared_Fails(int code, params string[] tasks) =>
        Assert.Equal(code, (await results.Home.RunAsync(["compare", .. tasks])).ExitCode);
}
