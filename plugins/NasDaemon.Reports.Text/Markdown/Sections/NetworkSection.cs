using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>What the best network is: the decisions that made it, or who wrote it.</summary>
internal static class NetworkSection
{
    private const int Shown = 40;

    public static void Write(TaskReport report, MarkdownPage page)
    {
        switch (report.Best?.Candidate.Candidate.Origin)
        {
            case SpaceOrigin { Answers.Answers: { IsEmpty: false } answers }:
                page.Heading(2, "The best network's decisions");
                page.Table(
                    ["Decision", "Choice"],
                    answers.Take(Shown).Select(answer => (string[])[MarkdownText.Escape(answer.Name), MarkdownText.Escape(answer.Text)]));
                if (answers.Length > Shown)
                {
                    page.Block($"{Figure.Count(answers.Length - Shown, "further decision")} in [report.json](report.json).");
                }

                break;
            case PromptOrigin prompt:
                page.Heading(2, "Who wrote the best network");
                page.Block($"The language model {MarkdownText.Escape(prompt.Model)}, at temperature {Figure.Number(prompt.Temperature)}.");
                WriteHelp(prompt, page);
                break;
        }
    }

    private static void WriteHelp(PromptOrigin prompt, MarkdownPage page)
    {
        var steps = prompt.Helpful();
        if (steps.Count == 0)
        {
            page.Block("The network is as the model wrote it.");
            return;
        }

        page.Block("The network is not as the model wrote it at first:");
        page.Table(
            ["What was done", "What had been wrong", "Change"],
            steps.Select(step => (string[])
            [
                WritingSteps.Words(step.Kind), MarkdownText.Escape(step.Failure.Message), MarkdownText.Escape(step.Change),
            ]));
    }
}
