using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Highlighting;
using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>Candidates in full: where each came from, its curve or its failure, its source.</summary>
internal static class DetailList
{
    /// <summary>What leads to a candidate's details.</summary>
    /// <param name="candidate">The candidate's number.</param>
    /// <returns>The link.</returns>
    public static string Link(int candidate) => "#" + Id(candidate);

    /// <summary>Writes the details of those that were chosen.</summary>
    public static void Write(TaskReport report, DetailSelection details, HtmlWriter html)
    {
        var trials = report.Trials.DistinctBy(trial => trial.Trial.Candidate).ToDictionary(trial => trial.Trial.Candidate);
        html.Element("h3", "In full");
        using (html.Fold($"{Figure.Count(details.Count, "candidate")} with source, curve or failure, and origin"))
        {
            foreach (var candidate in report.Candidates.Where(candidate => details.Has(candidate.Number)))
            {
                Write(candidate, trials.GetValueOrDefault(candidate.Number), details, html);
            }
        }
    }

    private static void Write(CandidateRecord candidate, TrialReport? trial, DetailSelection details, HtmlWriter html)
    {
        var failure = candidate.Failure ?? candidate.Candidate.Refusal ?? trial?.Trial.Failure;
        using (html.Fold(Summary(candidate, trial)))
        using (html.Open("div", ("id", Id(candidate.Number))))
        {
            html.Facts(Facts(candidate, trial));
            WriteParents(candidate.Candidate.Origin, details, html);
            if (failure is not null)
            {
                html.Paragraph(Tell(failure), "failure");
            }

            if (trial is not null)
            {
                LearningCurves.Write(trial, html);
            }

            OriginParts.WriteDecisions(candidate.Candidate.Origin, html);
            OriginParts.WriteWriting(candidate.Candidate.Origin, html);
            if (candidate.Candidate.Source.Length > 0)
            {
                PythonSource.Write(html, candidate.Candidate.Source, failure?.Line);
            }
        }
    }

    private static string Summary(CandidateRecord candidate, TrialReport? trial)
    {
        var name = $"Candidate {Figure.Count(candidate.Number)}";
        return trial is null
            ? $"{name}: {Words.Of(candidate.State)}"
            : $"{name}, trial {Figure.Count(trial.Trial.Key.Number)}: {Figure.Percent(trial.Trial.Score?.ValidationAccuracy)}, {trial.State()}";
    }

    private static IEnumerable<(string Name, string Text)> Facts(CandidateRecord candidate, TrialReport? trial)
    {
        yield return ("Strategy", candidate.Candidate.Origin.Strategy);
        if (candidate.Candidate.Origin is PromptOrigin prompt)
        {
            yield return ("Language model", prompt.Model);
            yield return ("Temperature", Figure.Number(prompt.Temperature));
            if (prompt.Seed is { } seed)
            {
                yield return ("Seed of the answer", seed.ToString(CultureInfo.InvariantCulture));
            }

            yield return ("Supporting networks in the prompt", Figure.Count(prompt.Supporting));
        }

        if (candidate.Candidate.InheritsWeightsFrom is { } ancestor)
        {
            yield return ("Starts from the weights of", $"candidate {Figure.Count(ancestor)}");
        }

        if (candidate.DuplicateOf is { } known)
        {
            yield return ("Repeats", $"trial {Figure.Count(known.Number)} of {known.Task}, recognised by its {Words.Of(candidate.DuplicateLevel!.Value)}");
        }

        yield return ("Source fingerprint", candidate.SourceFingerprint);
        if (candidate.GraphFingerprint is { } graph)
        {
            yield return ("Graph fingerprint", graph);
        }

        if (trial is not null)
        {
            yield return ("Trained", $"{Figure.Count(trial.Epochs(), "epoch")} in {Figure.Time(trial.Seconds())}, begun or resumed {Figure.Count(trial.Trial.Starts, "time")}");
        }
    }

    private static void WriteParents(CandidateOrigin origin, DetailSelection details, HtmlWriter html)
    {
        if (origin.Parents.IsEmpty)
        {
            return;
        }

        using (html.Open("p"))
        {
            html.Text("Made from");
            foreach (var parent in origin.Parents)
            {
                html.Text(" ");
                html.Element(details.Has(parent) ? "a" : "span", $"candidate {Figure.Count(parent)}", ("href", details.Has(parent) ? Link(parent) : null));
            }
        }
    }

    private static string Tell(Failure failure)
    {
        string?[] parts =
        [
            $"{Words.Of(failure.Class)}{(failure.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $", line {line}") : string.Empty)}: {failure.Message}",
            failure.ModulePath is { Length: > 0 } path ? $"In the module {path}." : null,
            failure.Hint,
        ];
        return string.Join('\n', parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Id(int candidate) => string.Create(CultureInfo.InvariantCulture, $"candidate-{candidate}");
}
