using System.Globalization;
using System.Text.Json;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Search.Prompting.Proposing;

/// <summary>Lets a language model write networks: from examples, from what became of its last attempts, or as changes to the best.</summary>
/// <remarks>
/// "Enhancing LLM-Based Neural Network Generation: Few-Shot Prompting and Efficient Validation for Automated Architecture Design",
/// arXiv 2512.24120: one reference with its result and n supporting networks; three did best there, and six ruined the answers. Nothing of
/// a proposal enters the state before all of it is written, so that one that is broken off comes again.
/// </remarks>
internal sealed class PromptingStrategy : ISearchStrategy
{
    /// <summary>After so many outcomes in a row without a training the strategy gives up.</summary>
    public const int Patience = 200;

    /// <summary>After so many proposals in a row that the model failed to answer the strategy gives up: a prompt that its process dies of ends a batch of them.</summary>
    public const int ModelPatience = 12;

    private readonly string _name;
    private readonly StrategyContext _context;
    private readonly PromptingOptions _options;
    private readonly NetworkProposals _proposals;
    private PromptingState _state = PromptingState.Start;

    /// <summary>Makes the strategy.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="context">What it is created with.</param>
    /// <param name="writers">Makes what lets a model write.</param>
    public PromptingStrategy(string name, StrategyContext context, WriterFactory writers)
    {
        (_name, _context, _options) = (name, context, PromptingOptions.Of(context.Component.Options));
        _proposals = new NetworkProposals(name, context, _options, writers);
    }

    /// <inheritdoc/>
    public bool ProposesAhead => true;

    /// <inheritdoc/>
    public int BatchSize => _options.Batch;

    private bool IsExhausted => _state.Fruitless >= Patience || _state.ModelFailures >= ModelPatience;

    /// <inheritdoc/>
    public async ValueTask<Proposals> ProposeAsync(int count, CancellationToken cancellation)
    {
        if (IsExhausted)
        {
            return new Proposals([], IsExhausted: true);
        }

        if (_state.Proposed == 0 && _context.Task.Reference is { } reference)
        {
            // Trained as the task trains, it is what the others have to beat.
            _state = _state with { Proposed = 1 };
            return new Proposals([new Candidate(reference, new PromptOrigin(_name, [], string.Empty, string.Empty, 0))]);
        }

        var spent = (double)_state.Trained / _context.Task.Budget.Trials;
        var temperature = _options.Temperature.At(spent, _state.Repeats);
        var batch = await _proposals.WriteAsync(_state, Math.Min(count, _options.Batch), temperature, cancellation).ConfigureAwait(false);
        _state = _state with
        {
            Proposed = _state.Proposed + batch.Candidates.Length,
            Hottest = Math.Max(_state.Hottest, temperature),
            Supporting = batch.Candidates.Aggregate(_state.Supporting, (bandit, candidate) => SupportingChoice.Begin(bandit, ((PromptOrigin)candidate.Origin).Supporting)),
            Omissions = _state.Omissions + batch.Omissions,
            LacksSteering = _state.LacksSteering || batch.LacksSteering,
        };
        return new Proposals(batch.Candidates);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation) => _state = _state.Observe(observation, _options.Memory);

    /// <inheritdoc/>
    public IReadOnlyList<string> Describe() => [.. Sentences()];

    /// <inheritdoc/>
    public string Snapshot() => JsonSerializer.Serialize(_state);

    /// <inheritdoc/>
    public void Restore(string snapshot) => _state = JsonSerializer.Deserialize<PromptingState>(snapshot)
        ?? throw new ArgumentException($"The snapshot of {_name} is empty.", nameof(snapshot));

    private IEnumerable<string> Sentences()
    {
        if (_state.Repeats is { Repeats: > 1, Networks: var networks } repeats)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{_name}: {repeats.Repeats} of {networks} networks that the model wrote were known already; the temperature rose to at most {_state.Hottest:0.##}.");
        }

        if (_state.LacksSteering)
        {
            yield return $"{_name}: the model cannot be cut back while it writes, so its answers were neither checked line by line nor gone on with.";
        }

        if (_state.Omissions > 0)
        {
            yield return $"{_name}: {_state.Omissions} of {_state.Proposed} prompts had to leave something out to fit the model's context.";
        }

        if (_state.ModelFailures > 0)
        {
            yield return $"{_name}: the language model failed {_state.ModelFailures} times in a row, the last time with: {_state.LastModelFailure}"
                + (_state.ModelFailures >= ModelPatience ? " The strategy gave up." : string.Empty);
        }

        if (_state.Fruitless >= Patience)
        {
            yield return $"{_name}: {Patience} proposals in a row brought no network to train, and the strategy gave up.";
        }
    }
}
