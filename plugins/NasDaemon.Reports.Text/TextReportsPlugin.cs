using NasDaemon.Abstractions.Plugins;
using NasDaemon.Reports.Text.Csv;
using NasDaemon.Reports.Text.Json;
using NasDaemon.Reports.Text.Markdown;

namespace NasDaemon.Reports.Text;

/// <summary>Brings the report writers <c>markdown</c>, <c>json</c> and <c>csv</c>.</summary>
public sealed class TextReportsPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Reports for people (report.md), programs (report.json) and spreadsheets (trials.csv).";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddReport(
            new ComponentDescription("markdown", "report.md: the result and how it was found, for people."),
            _ => new MarkdownReportWriter());
        registry.AddReport(
            new ComponentDescription("json", "report.json: everything, for programs."),
            _ => new JsonReportWriter());
        registry.AddReport(
            new ComponentDescription("csv", "trials.csv: one row a trial, for spreadsheets."),
            _ => new CsvReportWriter());
    }
}
