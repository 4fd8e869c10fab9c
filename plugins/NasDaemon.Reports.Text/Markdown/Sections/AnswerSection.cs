using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>What came out, before anything else.</summary>
internal static class AnswerSection
{
    private const int LongestRequest = 500;

    public static void Write(TaskReport report, MarkdownPage page)
    {
        page.Heading(1, MarkdownText.Escape(report.Id));
        if (!string.IsNullOrWhiteSpace(report.Task.Request))
        {
            page.Block($"> Asked for: {MarkdownText.Escape(report.Task.Request, LongestRequest)}");
        }

        if (report.Best is { } best)
        {
            WriteBest(report, best, page);
        }
        else
        {
            WriteNothing(report, page);
        }
    }

    private static void WriteBest(TaskReport report, FinalistReport best, MarkdownPage page)
    {
        var parameters = best.Parameters();
        var flops = best.Flops();
        var interval = WilsonInterval.Of(best.Test.Accuracy, best.Test.Samples);
        page.Block(
            $"**{Figure.Percent(best.Test.Accuracy)}** of the test samples are classified rightly by the best of "
            + $"{Figure.Count(report.Trials.Length, "network")}, found in {Figure.Time(report.Seconds)}.");
        page.Table(
            ["Best network", ">"],
            [
                ["Test accuracy", $"{Figure.Percent(best.Test.Accuracy)} of {Figure.Count(best.Test.Samples, "sample")}"],
                ["95 % interval (Wilson)", $"{Figure.Percent(interval.Low)} to {Figure.Percent(interval.High)}"],
                ["Validation accuracy in the search", Figure.Percent(best.Search.Score?.ValidationAccuracy)],
                .. Regret(report.Table),
                ["Parameters", Figure.Count(parameters)],
                ["FLOPs a sample", Figure.Scaled(flops)],
                ["Trial", $"{best.Search.Key.Number}, trained in full as {best.Final.Key.Number}"],
                ["Trained in full", $"{Figure.Count(best.Epochs is [.., var last] ? last.Epoch : 0, "epoch")} in {Figure.Time(best.Epochs.Sum(epoch => epoch.Seconds))}"],
            ]);
        page.Block(report.Table is { } table
            ? $"Nothing was trained: the table {MarkdownText.Escape(table.Table)} answered. There is the source only: [best/model.py](best/model.py)."
            : "[best/README.md](best/README.md) loads it in a few lines of Python. It comes three times: as source ([best/model.py](best/model.py)), "
            + "as TorchScript (`best/model.pt`) and as weights (`best/weights.safetensors`).");
    }

    private static IEnumerable<IReadOnlyList<string>> Regret(TableReport? table) => table?.Regret is { } regret
        ? [["Validation regret", $"{Figure.Percent(regret)} below the table's best, {Figure.Percent(table.BestValidation)}"]]
        : [];

    private static void WriteNothing(TaskReport report, MarkdownPage page)
    {
        var hasResults = report.Trials.Any(trial => trial.Trial.Score is not null);
        page.Block(hasResults
            ? "**No network.** The search had results, but no finalist could be trained in full. The best trials stand below."
            : "**No network.** None of the proposed networks could be trained; what failed stands below.");
        page.Block($"The task took {Figure.Time(report.Seconds)}.");
    }
}
