using NasDaemon.Abstractions.Search;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>Where a network came from.</summary>
internal static class OriginParts
{
    // Longer than the context of the models that write here: a bound against a page that no browser opens, not a cut that anybody meets.
    private const int LongestText = 200_000;

    /// <summary>The decisions of a search space; nothing for a network that a model wrote.</summary>
    public static void WriteDecisions(CandidateOrigin origin, HtmlWriter html)
    {
        if (origin is SpaceOrigin { Answers.Answers: { IsEmpty: false } answers })
        {
            using (html.Fold($"The {Figure.Count(answers.Length, "decision")} of the search space that made it"))
            {
                html.Table("Decisions", ["Decision", "Choice"], answers.Select(answer => (IReadOnlyList<TableCell>)[answer.Name, answer.Text]));
            }
        }
    }

    /// <summary>The prompt, the answer and what was done to it; nothing for a network of a search space.</summary>
    public static void WriteWriting(CandidateOrigin origin, HtmlWriter html)
    {
        if (origin is not PromptOrigin prompt)
        {
            return;
        }

        WriteText("The prompt", prompt.Prompt, html);
        foreach (var omitted in prompt.Writing.Omitted)
        {
            html.Paragraph($"The prompt had to do without: {omitted}");
        }

        WriteText("The model's answer", prompt.Writing.Answer, html);
        if (!prompt.Writing.Steps.IsEmpty)
        {
            html.Table(
                "What was done to the source besides the plain answer",
                ["What", "Why", "Change", "Helped"],
                prompt.Writing.Steps.Select(step => (IReadOnlyList<TableCell>)
                [
                    WritingSteps.Words(step.Kind), HtmlText.Cut(step.Failure.Message, 500), HtmlText.Cut(step.Change, 500), step.Helped ? "yes" : "no",
                ]));
        }
    }

    private static void WriteText(string name, string text, HtmlWriter html)
    {
        if (text.Length > 0)
        {
            using (html.Fold($"{name}: {Figure.Count(text.Length, "character")}"))
            {
                html.Element("pre", HtmlText.Cut(text, LongestText), ("class", "wrapped"), ("tabindex", "0"), ("aria-label", name));
                if (text.Length > LongestText)
                {
                    html.Paragraph($"Only the first {Figure.Count(LongestText)} characters stand here; report.json has all of them.");
                }
            }
        }
    }
}
