using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>The networks that were trained in full, where there is more than the best.</summary>
internal static class FinalistsSection
{
    public static void Write(TaskReport report, MarkdownPage page)
    {
        if (report.Finalists.Length < 2)
        {
            return;
        }

        page.Heading(2, "The finalists");
        page.Block(
            "Trained in full on training and validation samples together, then tested once. They stand in the order of the search: "
            + "the test samples choose nothing.");
        page.Table(
            [">Rank", ">Trial", ">Validation accuracy", ">Test accuracy", ">95 % interval", ">Parameters", ">FLOPs"],
            report.Finalists.Select((finalist, index) => Row(finalist, index + 1)));
    }

    private static IReadOnlyList<string> Row(FinalistReport finalist, int rank)
    {
        var interval = WilsonInterval.Of(finalist.Test.Accuracy, finalist.Test.Samples);
        return
        [
            Figure.Count(rank),
            Figure.Count(finalist.Search.Key.Number),
            Figure.Percent(finalist.Search.Score?.ValidationAccuracy),
            Figure.Percent(finalist.Test.Accuracy),
            $"{Figure.Percent(interval.Low)} to {Figure.Percent(interval.High)}",
            Figure.Count(finalist.Parameters()),
            Figure.Scaled(finalist.Flops()),
        ];
    }
}
