using NasDaemon.Abstractions.Reports;
using NasDaemon.Testing.Browser;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Html.Tests.Pages;

public sealed class ExperimentPageTests
{
    [Theory]
    [InlineData(375, true)]
    [InlineData(1400, false)]
    public async Task Page_Experiment_FitsReadsWellAndAsksForNothing(int width, bool isDark)
    {
        await using var page = await WrittenPage.OpenAsync(Timed(), new PageView(width, isDark));

        await page.CheckAsync();
        Assert.Empty(await page.Browser.EvaluateAsync<string[]>(PageChecks.PoorContrast));
        Assert.Empty(await page.Browser.EvaluateAsync<string[]>(PageChecks.Overlaps));
        Assert.Empty(await page.Browser.EvaluateAsync<string[]>(PageChecks.Unreadable));
    }

    [Fact]
    public async Task Page_Experiment_SaysWhoIsAheadAndDrawsTheControl()
    {
        await using var page = await WrittenPage.OpenAsync(Timed());

        Assert.Contains(
            "few-shot is ahead by test accuracy: 75.50 %. That it is better than random, the next, is hardly chance (p < 0.0001, corrected).",
            string.Concat(await page.Browser.TextsAsync(".answer")),
            StringComparison.Ordinal);
        Assert.Contains("random (control)", await page.Browser.TextsAsync("#progress .legend li"));
        Assert.Equal(4, await page.Browser.EvaluateAsync<int>("() => document.querySelectorAll('#progress svg.chart').length"));
        Assert.Contains("+25.50", string.Concat(await page.Browser.TextsAsync("#differences")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_RunsSorted_AreInTheOrderOfTheirFigures()
    {
        await using var page = await WrittenPage.OpenAsync(Timed());

        await page.Browser.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Test" }).ClickAsync();

        Assert.Equal(["92.00 %", "90.00 %", "60.00 %", "50.00 %", "–"], await page.Browser.TextsAsync("#runs-table tbody tr td:nth-child(5)"));
    }

    [Fact]
    public async Task Page_HostileArm_StaysText()
    {
        const string Hostile = "</td><script>document.title='taken'</script>\"><img src=x>";
        await using var page = await WrittenPage.OpenAsync(SampleExperiment.Create(Hostile), PageView.Phone);

        await page.CheckAsync();
        Assert.Equal(0, await page.Browser.EvaluateAsync<int>("() => document.images.length"));
        Assert.Equal("compare-2: NasDaemon's report", await page.Browser.EvaluateAsync<string>("() => document.title"));
        Assert.StartsWith(Hostile, Assert.Single(await page.Browser.TextsAsync(".answer")), StringComparison.Ordinal);
    }

    private static ExperimentReport Timed()
    {
        var report = SampleExperiment.Create();
        return report with { Runs = [.. report.Runs.Select(run => run with { SecondsSoFar = [.. run.BestSoFar.Select((_, index) => 10.0 * (index + 1))] })] };
    }
}
