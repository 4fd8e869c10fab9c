using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Text.Json;
using NasDaemon.Reports.Text.Markdown;
using NasDaemon.Reports.Text.Tests.Samples;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Text.Tests;

/// <summary>Reports of tasks whose trainings a table answered.</summary>
public sealed class TableReportTests
{
    private static readonly TaskReport Report = SampleReport.Create() with { Table = new TableReport("nas-bench-201", 0.9161, 0.9123) };

    [Fact]
    public async Task Write_Markdown_ShowsTheRegretBesideTheTestAccuracy()
    {
        var page = await WrittenFile.OfAsync(new MarkdownReportWriter(), Report);

        Assert.Contains("| Validation regret | 0.38 % below the table's best, 91.61 % |", page, StringComparison.Ordinal);
        Assert.Contains("Nothing was trained: the table nas-bench-201 answered.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("weights.safetensors", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_Json_HasTheRegret()
    {
        var table = JsonNode.Parse(await WrittenFile.OfAsync(new JsonReportWriter(), Report))!["table"]!;

        Assert.Equal("nas-bench-201", table["table"]!.GetValue<string>());
        Assert.Equal((0.9161, 0.9123), (table["best_validation"]!.GetValue<double>(), table["found_validation"]!.GetValue<double>()));
        Assert.Equal(0.0038, table["regret"]!.GetValue<double>(), 9);
    }
}
