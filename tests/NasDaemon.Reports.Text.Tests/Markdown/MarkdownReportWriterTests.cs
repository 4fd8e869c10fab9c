using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Text.Markdown;
using NasDaemon.Reports.Text.Tests.Samples;
using NasDaemon.Testing.Contracts;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Text.Tests.Markdown;

public sealed class MarkdownReportWriterTests
{
    // Two names of files in the answer, a command and a field at the end.
    private const int OurMarks = 8;

    private readonly MarkdownReportWriter _writer = new();

    [Fact]
    public Task Write_Report_IsTheExpectedFile() => WrittenFile.CheckAsync("report.md", _writer, SampleReport.Create());

    [Fact]
    public Task Write_NothingTrained_IsTheExpectedFile() => WrittenFile.CheckAsync("report-nothing.md", _writer, SampleReport.Nothing());

    [Fact]
    public async Task Write_ResultsWithoutFinalist_SaysSoAndShowsTheTrials()
    {
        var report = SampleReport.Create();
        var failed = report.Best!.Final with { State = TrialState.Failed, Failure = new Failure(FailureClass.OutOfMemory, "2 GB were not enough.") };

        var written = await WrittenFile.OfAsync(_writer, report with { Best = null, Finalists = [], FailedFinals = [failed] });

        Assert.Contains("no finalist could be trained in full", written, StringComparison.Ordinal);
        Assert.Contains("| out of memory | 1 | final trial 5: 2 GB were not enough. |", written, StringComparison.Ordinal);
        Assert.Contains("## The best trials", written, StringComparison.Ordinal);
        Assert.DoesNotContain("best/README.md", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WrittenNetworks_TellsHowFarTheyCameAndWhoMadeThemRight()
    {
        var written = await WrittenFile.OfAsync(_writer, WrittenReport.Create("plain"));

        Assert.Contains("| Stage | plain, n = 0 | plain, n = 1 |", written, StringComparison.Ordinal);
        Assert.Contains("| Run | 2 (6 %) | 29 (91 %) |", written, StringComparison.Ordinal);
        Assert.Contains("| New networks for 1,000 tokens | 0.20 | 0.92 |", written, StringComparison.Ordinal);
        Assert.Contains("| mended without the model | 0 | 11 (14 tried, 12 won) |", written, StringComparison.Ordinal);
        Assert.Contains("| as the model wrote them | 2 | 17 |", written, StringComparison.Ordinal);
        Assert.Contains("| shape mismatch | 20 | 3 |", written, StringComparison.Ordinal);
        Assert.Contains("Note: plain", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_MendedWinner_SaysWhatWasChanged()
    {
        var written = await WrittenFile.OfAsync(_writer, WrittenReport.Create("Linear(400)"));

        Assert.Contains("The network is not as the model wrote it at first:", written, StringComparison.Ordinal);
        Assert.Contains("| mended without the model | Linear(400) | Linear(400) |", written, StringComparison.Ordinal);
        Assert.Contains("candidate 1; mended |", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_NetworkWithLayers_ListsThemWithTheirShapes()
    {
        var report = SampleReport.Create();
        var best = report.Best! with { Candidate = report.Best.Candidate with { Architecture = StoredRecords.Network } };

        var written = await WrittenFile.OfAsync(_writer, report with { Best = best });

        Assert.Contains("| layer | linear | 3×4 | N×3 | 24 |\n\nThe skips between them are drawn in", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_TaskFile_StandsThereLineByLineAndCannotLeaveItsBlock()
    {
        var written = await WrittenFile.OfAsync(_writer, SampleReport.Create() with { Yaml = "a: 1\r\n\n# <b>\n```\n</pre>\u202e\n" });

        Assert.Contains("## The task file\n\n    a: 1\n    \n    # <b>\n    ```\n    </pre>\ufffd\n\nTo do it again", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x | y\n\n# Heading\n")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[link](http://example.org) ![image](x)")]
    [InlineData("```\ncode")]
    public async Task Write_HostileText_ChangesNothingButItsCells(string hostile)
    {
        var harmless = Shape(await WrittenFile.OfAsync(_writer, SampleReport.With("harmless")));
        var written = await WrittenFile.OfAsync(_writer, SampleReport.With(hostile));

        Assert.Equal(harmless, Shape(written));
        Assert.Equal(Shape(await WrittenFile.OfAsync(_writer, WrittenReport.Create("harmless"))), Shape(await WrittenFile.OfAsync(_writer, WrittenReport.Create(hostile))));
        Assert.DoesNotContain("<", Unescaped(written), StringComparison.Ordinal);
        Assert.DoesNotContain("](http", Unescaped(written), StringComparison.Ordinal);
        Assert.Equal(OurMarks, Unescaped(written).Count(character => character == '`'));
    }

    /// <summary>What remains when every escaped character is taken out, and the task file in its block.</summary>
    private static string Unescaped(string markdown) =>
        Regex.Replace(Regex.Replace(markdown, "^    .*\n", string.Empty, RegexOptions.Multiline), @"\\.", string.Empty);

    /// <summary>Of each line how it begins, and how many cells it has.</summary>
    private static IEnumerable<string> Shape(string markdown) => Unescaped(markdown).Split('\n')
        .Select(line => $"{(line.Length == 0 ? ' ' : line[0])}{line.Count(character => character == '|')}");
}
