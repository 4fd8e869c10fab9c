using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Figures;

/// <summary>A class of failures: how often it occurred, and the first of them.</summary>
/// <param name="Class">The class.</param>
/// <param name="Count">How often.</param>
/// <param name="Where">Where the first occurred; empty where that is not known.</param>
/// <param name="First">The first of them; null where it is not known.</param>
internal sealed record FailureExample(FailureClass Class, int Count, string Where, Failure? First)
{
    /// <summary>Every class that occurred, the most frequent first.</summary>
    public static IReadOnlyList<FailureExample> Of(TaskReport report)
    {
        var failures = report.Candidates.Select(candidate => (Where: Place("candidate", candidate.Number, candidate.Failure), candidate.Failure))
            .Concat(report.Trials.Select(trial => (Where: Place("trial", trial.Trial.Key.Number, trial.Trial.Failure), trial.Trial.Failure)))
            .Where(failure => failure.Failure is not null)
            .DistinctBy(failure => failure.Failure!.Class)
            .ToDictionary(failure => failure.Failure!.Class);
        return
        [
            .. from pair in report.Funnel.Failures
               orderby pair.Value descending, pair.Key
               let first = failures.GetValueOrDefault(pair.Key)
               select new FailureExample(pair.Key, pair.Value, first.Where ?? string.Empty, first.Failure),
        ];
    }

    private static string Place(string what, int number, Failure? failure) => failure?.Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{what} {number}, line {line}")
        : string.Create(CultureInfo.InvariantCulture, $"{what} {number}");
}
