using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Text.Markdown.Sections;
using NasDaemon.Reports.Writing;

namespace NasDaemon.Reports.Text.Markdown.Experiments;

/// <summary>The page of an experiment: who is ahead, by how much and how surely, and what was compared.</summary>
internal static class ExperimentPage
{
    public static string Of(ExperimentReport report)
    {
        var page = new MarkdownPage();
        ExperimentAnswer.Write(report, page);
        MeansSection.Write(report, page);
        ComparisonsSection.Write(report, page);
        ArmsSection.Write(report, page);
        WritingSection.Write(
            WritingColumn.Of(report),
            "A column for each arm, each of its strategies where it mixes several, and each number n of supporting networks in the prompt, over all runs.",
            page);
        page.Block("Every run: [runs.csv](runs.csv), and with its course [report.json](report.json).");
        MachineSection.Write(report.Machine, report.Started, page);
        return page.ToString();
    }
}
