using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Search.Bayesian.Tests.Archives;

/// <summary>An archive of earlier tasks' trials, as read from a file: without graphs. Of those added together, each is better than the one before.</summary>
internal sealed class EarlierTrials : IArchive
{
    private readonly List<ArchivedTrial> _trials = [];

    public EarlierTrials Add(IEnumerable<Candidate> candidates, NetworkShape shape, int epochs)
    {
        foreach (var (index, candidate) in candidates.Index())
        {
            var number = _trials.Count + 1;
            var score = new TrialScore((index + 1) / 100.0, 1, epochs, 1, 10, 10);
            _trials.Add(new ArchivedTrial(
                new CandidateRecord("earlier", number, candidate, CandidateState.Trial, $"s{number}", $"g{number}", null, null, null, null, default),
                new TrialRecord(
                    new TrialKey("earlier", number), number, TrialKind.Search, TrialState.Finished, "digits", $"g{number}", "r", "{}", score, null, null, 1, default, default))
            {
                Shape = shape,
            });
        }

        return this;
    }

    public IReadOnlyList<ArchivedTrial> Best(string? dataset, int limit) => [];

    public IReadOnlyList<ArchivedTrial> Earlier(int limit) => [.. _trials.OrderByDescending(trial => trial.Trial.Score!.ValidationAccuracy).Take(limit)];
}
