using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Highlighting;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>
/// Which candidates the page tells in full, with source, failure and curve. All of a small task. Of a large one, so that the file still
/// opens: the finalists, the first examples of each class of failure, and the best, as many as there is room for. The others are in the
/// table, and in full in <c>report.json</c>.
/// </summary>
internal sealed class DetailSelection
{
    /// <summary>How many candidates are told in full.</summary>
    public const int Most = 250;

    private const int Room = 2_500_000;
    private const int ExamplesOfFailure = 3;

    private readonly HashSet<int> _chosen = [];
    private int _room = Room;

    private DetailSelection(bool isWhole) => IsWhole = isWhole;

    /// <summary>Whether every candidate is told in full.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>How many are.</summary>
    public int Count => _chosen.Count;

    /// <summary>Chooses.</summary>
    public static DetailSelection Of(TaskReport report)
    {
        var selection = new DetailSelection(true);
        foreach (var candidate in InOrderOfInterest(report))
        {
            selection.Add(candidate);
        }

        selection.IsWhole = selection.Count == report.Candidates.Length;
        return selection;
    }

    /// <summary>Whether a candidate is told in full.</summary>
    /// <param name="number">The candidate's number.</param>
    public bool Has(int number) => _chosen.Contains(number);

    private static IEnumerable<CandidateRecord> InOrderOfInterest(TaskReport report)
    {
        var failures = report.Candidates.Where(candidate => candidate.Failure is not null).Select(candidate => (candidate.Failure!.Class, candidate))
            .Concat(report.Trials.Where(trial => trial.Trial.Failure is not null).Select(trial => (trial.Trial.Failure!.Class, trial.Candidate)));
        return report.Finalists.Select(finalist => finalist.Candidate)
            .Concat(Examples(failures))
            .Concat(report.Ranked().Select(trial => trial.Candidate))
            .Concat(report.Candidates);
    }

    private static IEnumerable<CandidateRecord> Examples(IEnumerable<(FailureClass Class, CandidateRecord Candidate)> failures) =>
        failures.GroupBy(failure => failure.Class).SelectMany(group => group.Take(ExamplesOfFailure)).Select(failure => failure.Candidate);

    private void Add(CandidateRecord candidate)
    {
        var size = Math.Min(candidate.Candidate.Source.Length, PythonSource.Longest) + (candidate.Candidate.Origin is PromptOrigin prompt ? prompt.Prompt.Length : 0);
        if (_chosen.Count < Most && size <= _room && _chosen.Add(candidate.Number))
        {
            _room -= size;
        }
    }
}
