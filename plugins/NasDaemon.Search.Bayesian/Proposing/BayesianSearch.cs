using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Bayesian.Archives;
using NasDaemon.Search.Bayesian.Features;
using NasDaemon.Search.Bayesian.Surrogates;

namespace NasDaemon.Search.Bayesian.Proposing;

/// <summary>
/// Bayesian optimisation: a Gaussian process over answers and graphs predicts every network, and the one that is expected to improve
/// most on the best so far is proposed. A proposal whose outcome is not known counts as if it had turned out as predicted.
/// </summary>
/// <param name="context">What the strategy was created with.</param>
/// <param name="options">The options.</param>
/// <param name="listings">The listings of spaces.</param>
/// <param name="archive">What the archive knows.</param>
internal sealed class BayesianSearch(StrategyContext context, BayesianOptions options, ListingCache listings, Lazy<ArchiveKnowledge> archive)
    : ISearchStrategy
{
    private const int Patience = 1000;
    private const int MostPoints = 384;
    private const int Attempts = 30;

    // Where the archive gives the start, fewer results say too little of how much better this task can become: its best networks come first.
    private const int FewestToImproveOn = 3;

    private readonly Dictionary<string, NetworkFeatures> _features = new(StringComparer.Ordinal);
    private BayesianState _state = BayesianState.Start;
    private Surrogate? _surrogate;

    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } = new(
        "bayesian",
        "Bayesian optimisation: a Gaussian process over answers and graphs chooses by expected improvement; earlier tasks give it a start.",
        BayesianOptions.Definitions);

    /// <summary>An archive that lost its trust has led the search to where there is nothing: the random beginning is made up for then.</summary>
    private bool IsWithoutPrior => archive.Value.Networks.IsEmpty || !_state.Surrogate.IsArchiveTrusted;

    private Surrogate Surrogate => _surrogate ??= new Surrogate(archive.Value);

    /// <inheritdoc/>
    public async ValueTask<Proposals> ProposeAsync(int count, CancellationToken cancellation)
    {
        var listed = await listings.Of(context).WaitAsync(cancellation).ConfigureAwait(false);
        var candidates = new List<Candidate>();
        while (candidates.Count < count && _state.Fruitless < Patience && Propose(listed) is { } candidate)
        {
            candidates.Add(candidate);
        }

        return new Proposals(candidates, IsExhausted: candidates.Count == 0);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        var score = observation.Outcome switch
        {
            TrainedOutcome trained => trained.Result,
            DuplicateOutcome duplicate => duplicate.Result,
            _ => null,
        };
        var answers = (observation.Candidate.Origin as SpaceOrigin)?.Answers;
        var reading = context.Sources.Read(observation.Candidate.Source);
        if (reading is { Architecture: { } architecture, GraphFingerprint: { } fingerprint })
        {
            _features.TryAdd(fingerprint, FeatureReader.Read(architecture, answers));
        }

        var target = reading.Architecture is null || score is null ? (double?)null : Target.Of(score.ValidationAccuracy);
        _state = _state.Observe(new Point(reading.GraphFingerprint ?? "", observation.Number, target, Short(answers)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Describe() => archive.Value.Networks.IsEmpty
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"{archive.Value.Networks.Length} networks of earlier tasks gave the search its start; at the end they were {(_state.Surrogate.IsArchiveTrusted ? $"trusted with a correlation of {_state.Surrogate.Joint?.Correlation ?? HyperParameters.FirstCorrelation:0.##}" : "no longer trusted")}.")];

    /// <inheritdoc/>
    public string Snapshot() => JsonSerializer.Serialize(_state);

    /// <inheritdoc/>
    public void Restore(string snapshot) => _state = JsonSerializer.Deserialize<BayesianState>(snapshot)
        ?? throw new ArgumentException("The snapshot of bayesian is empty.", nameof(snapshot));

    private Candidate? Propose(Pool? listed)
    {
        var random = context.Random.Open("bayesian/propose", _state.Proposed + 1);
        var isInitial = IsWithoutPrior && _state.Drawn < options.Initial;
        var chosen = (isInitial ? null : Choose(listed, random)) ?? Draw(listed, random);
        if (chosen is null)
        {
            return null;
        }

        _features.TryAdd(chosen.Fingerprint, chosen.Features);
        _state = _state with
        {
            Proposed = _state.Proposed + 1,
            Drawn = isInitial ? _state.Drawn + 1 : _state.Drawn,
            Pending = _state.Pending.Add(new Point(chosen.Fingerprint, 0, null, Short(chosen.Answers))),
        };
        var network = context.Space.Replay(chosen.Answers, random);
        return new Candidate(network.Source, new SpaceOrigin(Description.Name, Parents(), network.Answers));
    }

    /// <summary>The best network so far, from which the surrogate's choice most likely derives; none while nothing is known.</summary>
    private ImmutableArray<int> Parents() => _state.Points.Where(point => point.Target is not null).MaxBy(point => point.Target) is { } best ? [best.Number] : [];

    private PoolNetwork? Draw(Pool? listed, Random random)
    {
        var taken = Taken();
        if (listed is not null)
        {
            var free = listed.Networks.Where(network => !taken.Contains(network.Fingerprint)).ToList();
            return free.Count == 0 ? null : free[random.Next(free.Count)];
        }

        return Enumerable.Range(0, Attempts)
            .Select(_ => PoolNetwork.Read(context.Space.Sample(random), context.Sources))
            .FirstOrDefault(network => network is not null && !taken.Contains(network.Fingerprint));
    }

    private PoolNetwork? Choose(Pool? listed, Random random)
    {
        var own = Own();
        var (model, state) = Surrogate.Learn(own, _state.Surrogate);
        _state = _state with { Surrogate = state };
        if (model is null)
        {
            return null;
        }

        var pool = listed ?? Mix(random);
        var taken = Taken();
        var isBlind = own.Count == 0 || (!IsWithoutPrior && own.Count < FewestToImproveOn);
        var best = isBlind ? (double?)null : own.Max(model.Standardisation.Apply);
        model = Believe(own, model, state);
        var found = ExpectedImprovement.Find(
            model, own.Count + archive.Value.Networks.Length, pool.Candidates, index => !taken.Contains(pool.Networks[index].Fingerprint), best);
        return found is { } choice ? pool.Networks[choice.Index] : null;
    }

    /// <summary>The kriging believer: what is pending counts as if it had turned out as predicted.</summary>
    /// <remarks>Ginsbourger, Le Riche and Carraro, "Kriging is Well-Suited to Parallelize Optimization", 2010, section 3.</remarks>
    private GaussianProcess Believe(IReadOnlyList<KnownNetwork> own, GaussianProcess model, SurrogateState state)
    {
        if (_state.Pending.IsEmpty)
        {
            return model;
        }

        ImmutableArray<NetworkFeatures> pending = [.. _state.Pending.Select(Features).OfType<NetworkFeatures>()];
        var means = model.Means(new CandidateSet(pending));
        return Surrogate.Extend([.. own, .. pending.Zip(means, (features, mean) => new KnownNetwork(features, model.Standardisation.Undo(mean), TrialGroup.Own))], state, model);
    }

    private List<KnownNetwork> Own()
    {
        var points = _state.Points.Where(point => point.Target is not null).ToList();
        if (points.Count > MostPoints)
        {
            // The best say where to look; the others, evenly spread over the search, say where not.
            var best = points.OrderByDescending(point => point.Target).Take(MostPoints / 2).ToHashSet();
            var others = points.Where(point => !best.Contains(point)).ToList();
            points = [.. best, .. Enumerable.Range(0, MostPoints / 2).Select(index => others[index * others.Count / (MostPoints / 2)])];
        }

        return [.. points.Select(point => (Point: point, Features: Features(point))).Where(pair => pair.Features is not null)
            .Select(pair => new KnownNetwork(pair.Features!, pair.Point.Target!.Value, TrialGroup.Own))];
    }

    private Pool Mix(Random random)
    {
        var best = _state.Points.Where(point => point.Target is not null && !point.Answers.IsEmpty).OrderByDescending(point => point.Target).Take(10).Select(point => Long(point, random)).ToList();
        var networks = Enumerable.Range(0, options.Pool).Select(index => (index % 4, best.Count) switch
        {
            (0, _) or (_, 0) => context.Space.Sample(random),
            (1, > 1) => context.Space.CrossOver(best[random.Next(best.Count)], best[random.Next(best.Count)], random),
            _ => context.Space.Mutate(best[random.Next(best.Count)], random),
        });
        return new Pool(networks.Select(network => PoolNetwork.Read(network, context.Sources)).OfType<PoolNetwork>());
    }

    private HashSet<string> Taken() => [.. _state.Points.Concat(_state.Pending).Select(point => point.Fingerprint)];

    private NetworkFeatures? Features(Point point)
    {
        if (!_features.TryGetValue(point.Fingerprint, out var features) && !point.Answers.IsEmpty)
        {
            // After a restart: the answers make the network again.
            features = PoolNetwork.Read(context.Space.Replay(Long(point, new FirstOption()), new FirstOption()), context.Sources)?.Features;
            if (features is not null)
            {
                _features.Add(point.Fingerprint, features);
            }
        }

        return features;
    }

    private static ImmutableArray<KeyValuePair<string, string>> Short(AnswerList? answers) =>
        [.. (answers?.Answers ?? []).Select(answer => KeyValuePair.Create(answer.Name, answer.Text))];

    private AnswerList Long(Point point, Random random) =>
        context.Space.Replay(new AnswerList([.. point.Answers.Select(answer => new Answer(answer.Key, 0, [answer.Value]))]), random).Answers;
}
