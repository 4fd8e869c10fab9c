using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Search.Prompting.Tests.Support;

/// <summary>An archive that holds what a test puts there.</summary>
internal sealed class ListArchive : IArchive
{
    private readonly List<ArchivedTrial> _trials = [];

    public string Task => "own";

    public ListArchive Add(string source, double accuracy, string task = "own", string dataset = "mnist")
    {
        var number = _trials.Count + 1;
        var candidate = new CandidateRecord(
            task, number, new Candidate(source, new PromptOrigin("few-shot", [], "m", "", 0.8)), CandidateState.Trial, $"s{number}", $"g{number}", null, null, null, null, default);
        _trials.Add(new ArchivedTrial(
            candidate,
            new TrialRecord(
                new TrialKey(task, number), number, TrialKind.Search, TrialState.Finished, dataset, $"g{number}", "r", "{}", new TrialScore(accuracy, 1, 2, 1, 10, 10), null, null, 1, default, default)));
        return this;
    }

    public IReadOnlyList<ArchivedTrial> Best(string? dataset, int limit) =>
    [
        .. _trials.Where(entry => dataset is null || entry.Trial.Dataset == dataset)
            .OrderByDescending(entry => entry.Trial.Key.Task == Task)
            .ThenByDescending(entry => entry.Trial.Score!.ValidationAccuracy)
            .Take(limit),
    ];

    public IReadOnlyList<ArchivedTrial> Earlier(int limit) => [.. _trials.Where(entry => entry.Trial.Key.Task != Task).Take(limit)];
}
