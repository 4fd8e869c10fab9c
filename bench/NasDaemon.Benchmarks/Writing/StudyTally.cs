using System.Globalization;
using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>What one arm brought for one number of examples.</summary>
/// <param name="Results">One result a proposal.</param>
/// <param name="KnownGraphs">The graphs of the networks that the prompt showed.</param>
internal sealed record StudyTally(IReadOnlyList<WritingResult> Results, IReadOnlySet<string> KnownGraphs)
{
    /// <summary>The title of its row.</summary>
    public static string Header { get; } =
        $"{"n",2} {"arm",-8}{"run",5}{"PyTorch",9}{"new",5}{"copies",8}{"graphs",8}{"tokens",8}{"thrown",8}{"new/1000",10}{"s",8}  why the rest fails";

    /// <summary>Proposals that are networks for the task.</summary>
    public IEnumerable<WritingResult> Running => Results.Where(result => result.Refusal is null && result.Reading?.Failure is null);

    private static string? Graph(WritingResult result) => result.Reading!.GraphFingerprint;

    /// <summary>Its row.</summary>
    /// <param name="examples">How many networks the prompt showed.</param>
    /// <param name="arm">The arm's name.</param>
    /// <param name="judged">How many of the networks run in PyTorch.</param>
    /// <param name="time">How long the arm took.</param>
    public string Row(int examples, string arm, int judged, TimeSpan time)
    {
        var copies = Running.Count(result => KnownGraphs.Contains(Graph(result)!));
        var graphs = Running.Select(Graph).Where(graph => !KnownGraphs.Contains(graph!)).Distinct().Count();
        var tokens = Results.Sum(result => (long)result.History.Usage.Generated);
        var failures = Results.Except(Running).GroupBy(result => (result.Refusal ?? result.Reading!.Failure)!.Class).OrderByDescending(group => group.Count());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{examples,2} {arm,-8}{Running.Count(),5}{judged,9}{Running.Count() - copies,5}{copies,8}{graphs,8}{tokens / Results.Count,8}{Results.Sum(result => result.History.Discarded) / Results.Count,8}{1000.0 * graphs / Math.Max(1, tokens),10:F2}{time.TotalSeconds,8:F0}  ")
            + string.Join(", ", failures.Select(group => $"{group.Count()} {group.Key}"));
    }
}
