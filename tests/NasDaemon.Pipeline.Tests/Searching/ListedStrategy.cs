using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Pipeline.Tests.Searching;

/// <summary>Proposes given sources in order, and keeps what it observes in its snapshot, so that a lost or doubled observation shows.</summary>
internal sealed class ListedStrategy(params string[] sources) : ISearchStrategy
{
    private State _state = new(0, []);

    /// <summary>What it observed: the candidate's number, and what became of it.</summary>
    public IReadOnlyList<string> Observed => _state.Observed;

    /// <summary>Whether it begins again at the end of the list; then it keeps no observations.</summary>
    public bool IsEndless { get; init; }

    public ValueTask<Proposals> ProposeAsync(int count, CancellationToken cancellation)
    {
        var next = Enumerable.Range(_state.Next, count).Where(index => IsEndless || index < sources.Length).Select(index => sources[index % sources.Length]).ToList();
        _state = _state with { Next = _state.Next + next.Count };
        return ValueTask.FromResult(new Proposals(
            [.. next.Select(source => new Candidate(source, new SpaceOrigin("listed", [], new AnswerList([]))))],
            IsExhausted: next.Count == 0));
    }

    public void Observe(Observation observation)
    {
        var outcome = observation.Outcome switch
        {
            TrainedOutcome trained => $"trained {trained.Result.Epochs}",
            DuplicateOutcome duplicate => $"{duplicate.Level} duplicate of {duplicate.Of?.ToString() ?? "an earlier task"}",
            RefusedOutcome refused => $"refused {refused.Failure.Class}",
            FailedOutcome failed => $"failed {failed.Failure.Class}",
            var other => other.GetType().Name,
        };
        _state = _state with { Observed = IsEndless ? _state.Observed : _state.Observed.Add($"{observation.Number}: {outcome}") };
    }

    public string Snapshot() => RecordJson.Write(_state);

    public void Restore(string snapshot) => _state = RecordJson.Read<State>(snapshot);

    private sealed record State(int Next, ImmutableList<string> Observed);
}
