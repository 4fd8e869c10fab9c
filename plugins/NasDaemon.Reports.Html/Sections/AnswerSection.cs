using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>What was asked, and the answer.</summary>
internal static class AnswerSection
{
    private const int LongestRequest = 2_000;

    /// <summary>Writes it.</summary>
    public static void Write(TaskReport report, HtmlWriter html)
    {
        html.Element("h1", report.Id);
        if (!string.IsNullOrWhiteSpace(report.Task.Request))
        {
            html.Paragraph("Asked for:", "muted");
            html.Element("blockquote", HtmlText.Cut(report.Task.Request.Trim(), LongestRequest));
        }

        if (report.Best is { } best)
        {
            WriteBest(report, best, html);
        }
        else
        {
            WriteNothing(report, html);
        }
    }

    private static void WriteBest(TaskReport report, FinalistReport best, HtmlWriter html)
    {
        var interval = WilsonInterval.Of(best.Test.Accuracy, best.Test.Samples);
        using (html.Open("p", ("class", "answer")))
        {
            html.Element("strong", Figure.Percent(best.Test.Accuracy));
            html.Text(
                $" of the test samples of {report.Task.Dataset.Name} are classified rightly by the best of {Figure.Count(report.Trials.Length, "network")}, "
                + $"found in {Figure.Time(report.Seconds)}.");
        }

        html.Facts(
        [
            ("Test accuracy", $"{Figure.Percent(best.Test.Accuracy)} of {Figure.Count(best.Test.Samples, "sample")}"),
            ("95 % interval (Wilson)", $"{Figure.Percent(interval.Low)} to {Figure.Percent(interval.High)}"),
            ("Validation accuracy in the search", Figure.Percent(best.Search.Score?.ValidationAccuracy)),
            .. Regret(report.Table),
            ("Parameters", Figure.Count(best.Parameters())),
            ("FLOPs a sample", Figure.Scaled(best.Flops())),
            ("Trial", $"{Figure.Count(best.Search.Key.Number)}, trained in full as {Figure.Count(best.Final.Key.Number)}"),
            ("Trained in full", $"{Figure.Count(best.Epochs is [.., var last] ? last.Epoch : 0, "epoch")} in {Figure.Time(best.Epochs.Sum(epoch => epoch.Seconds))}"),
        ]);
        using (html.Open("p"))
        {
            if (report.Table is { } table)
            {
                html.Text($"Nothing was trained: the table {table.Table} answered. There is the source only: ");
                html.Element("a", "best/model.py", ("href", "best/model.py"));
                html.Text(".");
            }
            else
            {
                html.Element("a", "best/README.md", ("href", "best/README.md"));
                html.Text(" loads the network in a few lines of Python; it lies there as source, as TorchScript and as weights.");
            }
        }
    }

    private static IEnumerable<(string Name, string Text)> Regret(TableReport? table) => table?.Regret is { } regret
        ? [("Validation regret", $"{Figure.Percent(regret)} below the table's best, {Figure.Percent(table.BestValidation)}")]
        : [];

    private static void WriteNothing(TaskReport report, HtmlWriter html)
    {
        using (html.Open("p", ("class", "answer")))
        {
            html.Element("strong", "No network.");
            html.Text(report.Trials.Any(trial => trial.Trial.Score is not null)
                ? " The search had results, but no finalist could be trained in full. The best trials stand below."
                : " None of the proposed networks could be trained; what failed stands below.");
        }

        html.Paragraph($"The task took {Figure.Time(report.Seconds)}.");
    }
}
