using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Figures;

/// <summary>A class of failures: how often it occurred, and the first of them.</summary>
/// <param name="Class">The class.</param>
/// <param name="Count">How often.</param>
/// <param name="Where">Where the first occurred; empty where that is not known.</param>
/// <param name="First">The first of them; null where it is not known.</param>
/// <param name="Candidate">The number of the candidate of the first; null where it is not known.</param>
public sealed record FailureExample(FailureClass Class, int Count, string Where, Failure? First, int? Candidate)
{
    /// <summary>Every class that occurred, final trainings included, the most frequent first.</summary>
    public static IReadOnlyList<FailureExample> Of(TaskReport report)
    {
        var finals = report.FailedFinals.Select(trial => trial.Failure).OfType<Failure>().ToLookup(failure => failure.Class);
        var firsts = Failures(report).DistinctBy(failure => failure.Failure.Class).ToDictionary(failure => failure.Failure.Class);
        return
        [
            .. from failureClass in report.Funnel.Failures.Keys.Union(finals.Select(final => final.Key))
               let count = report.Funnel.Failures.GetValueOrDefault(failureClass) + finals[failureClass].Count()
               orderby count descending, failureClass
               let first = firsts.GetValueOrDefault(failureClass)
               select new FailureExample(failureClass, count, first.Where ?? string.Empty, first.Failure, first.Where is null ? null : first.Candidate),
        ];
    }

    private static IEnumerable<(string Where, Failure Failure, int Candidate)> Failures(TaskReport report) =>
        report.Candidates.Select(candidate => (What: "candidate", candidate.Number, candidate.Failure, Candidate: candidate.Number))
            .Concat(report.Trials.Select(trial => (What: "trial", trial.Trial.Key.Number, trial.Trial.Failure, trial.Trial.Candidate)))
            .Concat(report.FailedFinals.Select(trial => (What: "final trial", trial.Key.Number, trial.Failure, trial.Candidate)))
            .Where(place => place.Failure is not null)
            .Select(place => (Place(place.What, place.Number, place.Failure!), place.Failure!, place.Candidate));

    private static string Place(string what, int number, Failure failure) => failure.Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{what} {number}, line {line}")
        : string.Create(CultureInfo.InvariantCulture, $"{what} {number}");
}
