using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Html.Experiments;
using NasDaemon.Reports.Html.Sections;

namespace NasDaemon.Reports.Html;

/// <summary>Writes <c>report.html</c>: one file that asks for nothing.</summary>
internal sealed class HtmlReportWriter : IReportWriter
{
    /// <summary>The file's name.</summary>
    public const string FileName = "report.html";

    /// <inheritdoc/>
    public Task WriteAsync(TaskReport report, string folder, CancellationToken cancellation) =>
        File.WriteAllTextAsync(Path.Combine(folder, FileName), TaskPage.Of(report), cancellation);

    /// <inheritdoc/>
    public Task WriteAsync(ExperimentReport report, string folder, CancellationToken cancellation) =>
        File.WriteAllTextAsync(Path.Combine(folder, FileName), ExperimentPage.Of(report), cancellation);
}
