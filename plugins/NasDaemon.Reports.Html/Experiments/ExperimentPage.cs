using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Markup;
using NasDaemon.Reports.Html.Sections;

namespace NasDaemon.Reports.Html.Experiments;

/// <summary>The page of an experiment: who is ahead, by how much and how surely, and what was compared.</summary>
internal static class ExperimentPage
{
    /// <summary>Writes the page.</summary>
    public static string Of(ExperimentReport report) => PageShell.Write($"{report.Id}: NasDaemon's report", html =>
    {
        using (html.Open("header"))
        {
            ExperimentAnswerSection.Write(report, html);
            Contents.Write(
                html, ("means", "Means"), ("differences", "Differences"), ("progress", "Progress"), ("arms", "Arms"), ("runs", "Every run"), ("method", "What was done"));
        }

        using (html.Open("main"))
        {
            MeansSection.Write(report, html);
            DifferencesSection.Write(report, html);
            ArmProgressSection.Write(report, html);
            ArmsSection.Write(report, html);
            RunsSection.Write(report, html);
            using (html.Section("method", "What was done"))
            {
                html.Paragraph(
                    $"{Figure.Count(report.Design.Arms.Length, "arm")} on {string.Join(", ", report.Design.Datasets)}, seeds {string.Join(", ", report.Design.Seeds)}, "
                    + $"each run with a budget of {Figure.Count(report.Design.Trials, "training")}; {ExperimentWords.Of(report.Design.Metric)} decides.");
                MethodSection.WriteMachine(report.Machine, report.Started, html);
                MethodSection.WriteYaml(report.Yaml, html);
                html.Element("h3", "To do it again");
                html.Paragraph("Save the task file above and submit it with nasdaemon submit FILE. Each run has a report of its own below runs/, unless the runs were kept in memory.");
            }
        }
    });
}
