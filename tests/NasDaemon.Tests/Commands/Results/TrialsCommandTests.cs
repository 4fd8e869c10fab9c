using System.Text.Json;

namespace NasDaemon.Tests.Commands.Results;

public sealed class TrialsCommandTests(ResultHome results) : IClassFixture<ResultHome>
{
    [Fact]
    public async Task Trials_SortedByAccuracy_ShowsTheBestFirst()
    {
        var run = await results.Home.RunAsync("trials", "good", "--sort", "accuracy", "--top", "3");

        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal("trial  kind    state     accuracy  test  epochs  parameters  flops  seconds  strategy", lines[0]);
        Assert.Equal("    3  search  finished   94.00 %             3         100    200     12.5  random", lines[1]);
        Assert.Equal(["3", "4", "2"], lines.Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
    }

    [Fact]
    public async Task Trials_ChosenColumns_AreShownInTheirOrderWithFigurelessRowsLast()
    {
        var run = await results.Home.RunAsync("trials", "good", "--sort", "test", "--columns", "trial,test,failure");

        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Matches("^trial +test +failure$", lines[0]);
        Assert.Matches(@"^ +5 +95\.00 %$", lines[1]);
        Assert.Equal(7, lines.Length);
        Assert.Contains(lines, line => line.EndsWith("crashed: gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trials_Json_TellsEveryField()
    {
        using var json = JsonDocument.Parse((await results.Home.RunAsync("trials", "good", "--sort", "accuracy", "--reverse", "--json")).Output);

        var first = json.RootElement.GetProperty("trials")[0];
        Assert.Equal(0.90, first.GetProperty("validation_accuracy").GetDouble());
        Assert.Equal("search", first.GetProperty("kind").GetString());
        Assert.Equal("random", first.GetProperty("strategy").GetString());
    }

    [Theory]
    [InlineData("--sort", "beauty")]
    [InlineData("--columns", "trial,beauty")]
    [InlineData("--top", "0")]
    public async Task Trials_WhatIsNotThere_IsAWrongCommandLine(string option, string value)
    {
        var run = await results.Home.RunAsync("trials", "good", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(value == "0" ? "from 1" : "beauty", run.Error, StringComparison.Ordinal);
    }
}
