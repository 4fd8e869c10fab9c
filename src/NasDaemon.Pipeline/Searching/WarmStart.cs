using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Pipeline.Searching;

/// <summary>
/// Proposes the best networks of earlier tasks before another strategy begins, built again for this task's input and classes. What
/// becomes of them the other strategy observes as if it had proposed them.
/// </summary>
/// <param name="inner">The strategy that goes on.</param>
/// <param name="context">What it was created with.</param>
/// <param name="count">How many networks.</param>
internal sealed class WarmStart(ISearchStrategy inner, StrategyContext context, int count) : ISearchStrategy
{
    private const int MostLookedAt = 2_000;

    private State _state = new(0, IsDone: false, inner.Snapshot());

    /// <inheritdoc/>
    public bool ProposesAhead => inner.ProposesAhead;

    /// <inheritdoc/>
    public int BatchSize => inner.BatchSize;

    /// <inheritdoc/>
    public async ValueTask<Proposals> ProposeAsync(int count, CancellationToken cancellation)
    {
        if (_state.IsDone)
        {
            return await inner.ProposeAsync(count, cancellation).ConfigureAwait(false);
        }

        var best = Best();
        var next = best.Skip(_state.Proposed).Take(count).ToList();
        _state = _state with { Proposed = _state.Proposed + next.Count, IsDone = _state.Proposed + next.Count >= best.Count };
        return next.Count > 0 ? new Proposals(next) : await inner.ProposeAsync(count, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation) => inner.Observe(observation);

    /// <inheritdoc/>
    public IReadOnlyList<string> Describe() => [$"The search began with {_state.Proposed} networks of earlier tasks.", .. inner.Describe()];

    /// <inheritdoc/>
    public string Snapshot() => RecordJson.Write(_state with { Inner = inner.Snapshot() });

    /// <inheritdoc/>
    public void Restore(string snapshot)
    {
        _state = RecordJson.Read<State>(snapshot);
        inner.Restore(_state.Inner);
    }

    /// <summary>The best networks of earlier tasks that this task's space can build, each list of answers once, taking turns between data sets.</summary>
    private List<Candidate> Best()
    {
        var random = context.Random.Open("warm start");
        var networks = context.Archive.Earlier(MostLookedAt)
            .Where(trial => trial.Candidate.Candidate.Origin is SpaceOrigin)
            .GroupBy(trial => trial.Trial.Dataset, StringComparer.Ordinal)
            .SelectMany(group => group.Index())
            .OrderBy(pair => pair.Index)
            .Select(pair => ((SpaceOrigin)pair.Item.Candidate.Candidate.Origin).Answers)
            .Select(answers => (Old: answers, New: context.Space.Replay(answers, random)))
            .Where(pair => Texts(pair.Old).SequenceEqual(Texts(pair.New.Answers)))
            .DistinctBy(pair => pair.New.Source);
        return [.. networks.Take(count).Select(pair => new Candidate(pair.New.Source, new SpaceOrigin(context.Task.Strategy.Name, [], pair.New.Answers)))];
    }

    private static IEnumerable<(string, string)> Texts(AnswerList answers) => answers.Answers.Select(answer => (answer.Name, answer.Text));

    private sealed record State(int Proposed, bool IsDone, string Inner);
}
