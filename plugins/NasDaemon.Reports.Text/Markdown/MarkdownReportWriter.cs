using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Text.Markdown.Experiments;
using NasDaemon.Reports.Text.Markdown.Sections;
using NasDaemon.Reports.Writing;

namespace NasDaemon.Reports.Text.Markdown;

/// <summary>Writes <c>report.md</c>: the answer first, then how it was found.</summary>
internal sealed class MarkdownReportWriter : IReportWriter
{
    /// <summary>The file's name.</summary>
    public const string FileName = "report.md";

    /// <inheritdoc/>
    public async Task WriteAsync(TaskReport report, string folder, CancellationToken cancellation)
    {
        var page = new MarkdownPage();
        AnswerSection.Write(report, page);
        FunnelSection.Write(report, page);
        WritingSection.Write(WritingColumn.Of(report), "A column for each strategy and each number n of supporting networks in the prompt.", page);
        ProgressSection.Write(report, page);
        TrialsSection.Write(report, page);
        FinalistsSection.Write(report, page);
        NetworkSection.Write(report, page);
        LayersSection.Write(report, page);
        RecipeSection.Write(report, page);
        MachineSection.Write(report.Machine, report.Started, page);
        TaskFileSection.Write(report, page);
        await File.WriteAllTextAsync(Path.Combine(folder, FileName), page.ToString(), cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task WriteAsync(ExperimentReport report, string folder, CancellationToken cancellation) =>
        File.WriteAllTextAsync(Path.Combine(folder, FileName), ExperimentPage.Of(report), cancellation);
}
