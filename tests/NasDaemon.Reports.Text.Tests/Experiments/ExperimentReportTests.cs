using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Text.Csv;
using NasDaemon.Reports.Text.Json;
using NasDaemon.Reports.Text.Markdown;
using NasDaemon.Testing;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Text.Tests.Experiments;

public sealed class ExperimentReportTests
{
    [Fact]
    public async Task Markdown_Experiment_SaysWhoIsAheadHowSurelyAndWhatWasCompared()
    {
        var page = await WrittenAsync(new MarkdownReportWriter(), SampleExperiment.Create());

        Assert.Contains("**few-shot** is ahead by test accuracy: 75.50 %. That it is better than random, the next, is hardly chance (p < 0.0001, corrected).", page, StringComparison.Ordinal);
        Assert.Contains("2 arms on 2 data sets with 2 seeds: 5 of 8 runs have ended", page, StringComparison.Ordinal);
        Assert.Contains("| few-shot | 75.50 | 91.00 ± 1.41 | – | – | 3 |", page, StringComparison.Ordinal);
        Assert.Contains("| few-shot | random | +25.50 | 4.50 | 2.50 | < 0.0001 | < 0.0001 | 3.20 |", page, StringComparison.Ordinal);
        Assert.Contains("| few-shot | random | – | – | – | – | – | – |", page, StringComparison.Ordinal);
        Assert.Contains("| random (control) | search.strategy random |", page, StringComparison.Ordinal);
        Assert.Contains("### Runs that failed", page, StringComparison.Ordinal);
        Assert.Contains("| shape mismatch | 6 | 0 |", page, StringComparison.Ordinal);
        Assert.Contains("| Run | 18 (67 %) |", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_NothingEnded_SaysSo()
    {
        var page = await WrittenAsync(new MarkdownReportWriter(), SampleExperiment.Create() with { Runs = [], Summaries = [], Comparisons = [] });

        Assert.Contains("**No result.**", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x | y\n\n# Heading\n")]
    [InlineData("<img src=x> [link](http://example.org)")]
    public async Task Markdown_HostileText_ChangesNothingButItsCells(string hostile)
    {
        var harmless = await WrittenAsync(new MarkdownReportWriter(), SampleExperiment.Create("harmless"));
        var written = Regex.Replace(await WrittenAsync(new MarkdownReportWriter(), SampleExperiment.Create(hostile)), @"\\.", string.Empty);

        Assert.Equal(harmless.Count(letter => letter == '\n'), written.Count(letter => letter == '\n'));
        Assert.DoesNotContain("<img", written, StringComparison.Ordinal);
        Assert.DoesNotContain("](http", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_Experiment_HasRunsArmsAndStatistics()
    {
        var report = JsonNode.Parse(await WrittenAsync(new JsonReportWriter(), SampleExperiment.Create()))!;

        Assert.Equal(("compare-2", "test", 5), (report["experiment"]!.GetValue<string>(), report["metric"]!.GetValue<string>(), report["trials"]!.GetValue<int>()));
        Assert.Equal("1", report["arms"]![0]!["settings"]!["search.strategy.n"]!.GetValue<string>());
        Assert.True(report["arms"]![1]!["is_control"]!.GetValue<bool>());
        Assert.Equal(0.00003, report["comparisons"]![0]!["corrected_p"]!.GetValue<double>());
        Assert.Null(report["comparisons"]![1]!["p"]);
        Assert.Equal(0.755, report["summaries"]![0]!["mean"]!.GetValue<double>());
        Assert.Equal(2, report["runs"]![0]!["best_so_far"]!.AsArray().Count);
        Assert.Equal(2, report["runs"]![0]!["proposals"]![0]!["writing"]!["steps"]!["mend"]!["won"]!.GetValue<int>());
        Assert.Equal("few-shot", report["runs"]![3]!["failure"]!.GetValue<string>());
    }

    [Fact]
    public async Task Csv_Experiment_HasARowForEachRun()
    {
        var rows = (await WrittenAsync(new CsvReportWriter(), SampleExperiment.Create("=1+1"))).TrimEnd().Split("\r\n");

        Assert.Equal("arm,dataset,seed,validation,test,regret,parameters,trainings,reused,candidates,seconds,end_reason,failure", rows[0]);
        Assert.Equal("'=1+1,'=1+1-set,0,0.88,0.9,,1000,5,2,9,12.5,All trainings of the budget were used.,", rows[1]);
        Assert.Equal(6, rows.Length);
    }

    private static async Task<string> WrittenAsync(IReportWriter writer, ExperimentReport report)
    {
        using var folder = new TemporaryFolder();
        await writer.WriteAsync(report, folder.Path, CancellationToken.None);
        return await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder.Path)));
    }
}
