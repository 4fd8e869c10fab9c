using NasDaemon.Reports.Text.Csv;
using NasDaemon.Reports.Text.Tests.Samples;
using NasDaemon.Testing;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Text.Tests.Csv;

public sealed class CsvReportWriterTests
{
    private readonly CsvReportWriter _writer = new();

    [Fact]
    public async Task Write_Report_IsTheExpectedFile()
    {
        var written = await WrittenFile.OfAsync(_writer, SampleReport.Create());

        await WrittenFile.CheckAsync("trials.csv", _writer, SampleReport.Create());
        Assert.Equal(written.Count(character => character == '\n'), written.Split("\r\n").Length - 1);
    }

    [Fact]
    public async Task Write_NothingTrained_IsTheHeadAlone() =>
        Assert.Single((await WrittenFile.OfAsync(_writer, SampleReport.Nothing())).TrimEnd().Split("\r\n"));

    [Fact]
    public async Task Write_HostileText_AnIndependentReaderGetsItBackInItsColumn()
    {
        using var folder = new TemporaryFolder();
        await _writer.WriteAsync(SampleReport.With("=1+1,\"x\"\r\n;é"), folder.Path, CancellationToken.None);

        var printed = await PythonTorch.RunAsync(Path.Combine(AppContext.BaseDirectory, "Csv", "read_trials.py"), folder.Combine("trials.csv"));

        Assert.Equal(["4 19", "2", "\"'=1+1,\\\"x\\\"\\r\\n;\\u00e9\""], printed.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    [InlineData("  =1")]
    [InlineData("\t=1")]
    [InlineData("＝1")]
    [InlineData("|cmd")]
    public void Field_WhatASpreadsheetWouldRun_GetsAnApostrophe(string text) => Assert.Equal("'" + text, CsvText.Field(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("a=b", "a=b")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    public void Field_OtherText_IsQuotedWhereItMustBe(string text, string expected) => Assert.Equal(expected, CsvText.Field(text));
}
