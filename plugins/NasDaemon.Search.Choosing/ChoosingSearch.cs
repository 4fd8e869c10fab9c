using System.Text.Json;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Choosing.Asking;

namespace NasDaemon.Search.Choosing;

/// <summary>
/// Lets a language model answer the decisions of a search space. The answer is drawn from the model's own probabilities over the legal
/// options, so every network is one of the space.
/// </summary>
/// <param name="context">What the strategy was created with.</param>
/// <param name="options">The options.</param>
internal sealed class ChoosingSearch(StrategyContext context, ChooseOptions options) : ISearchStrategy
{
    // A process that dies once was killed; one that dies three times over the same text dies of it.
    private const int MostDeaths = 2;

    private ChooseState _state = ChooseState.Start;
    private DecisionModel? _model;

    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } = new(
        "choose",
        "Lets a language model answer the decisions of the search space, by its probabilities over the legal options.",
        ChooseOptions.Definitions)
    {
        NeedsLanguageModel = true,
    };

    /// <inheritdoc/>
    public bool ProposesAhead => true;

    /// <inheritdoc/>
    public async ValueTask<Proposals> ProposeAsync(int count, CancellationToken cancellation)
    {
        var proposals = new List<Candidate>();
        var state = _state;
        for (var index = 0; index < count; index++)
        {
            state = state with { Proposed = state.Proposed + 1 };
            var (candidate, tally) = await ProposeAgainAsync(state, cancellation).ConfigureAwait(false);
            state = state with { Tally = tally };
            proposals.Add(candidate);
        }

        _state = state;
        return new Proposals(proposals);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation) => _state = _state.Observe(observation, options);

    /// <inheritdoc/>
    public IReadOnlyList<string> Describe() => _state.Tally.Describe(_state.Proposed);

    /// <inheritdoc/>
    public string Snapshot() => JsonSerializer.Serialize(_state);

    /// <inheritdoc/>
    public void Restore(string snapshot) => _state = JsonSerializer.Deserialize<ChooseState>(snapshot)
        ?? throw new ArgumentException("The snapshot of choose is empty.", nameof(snapshot));

    private async Task<(Candidate Candidate, AnswerTally Tally)> ProposeAgainAsync(ChooseState state, CancellationToken cancellation)
    {
        for (var death = 1; ; death++)
        {
            try
            {
                return await ProposeAsync(state, cancellation).ConfigureAwait(false);
            }
            catch (LanguageModelException exception) when (exception.Failure.IsPassing && death <= MostDeaths)
            {
                // The model's process is started again, and the same is asked with the same numbers.
            }
        }
    }

    private async Task<(Candidate Candidate, AnswerTally Tally)> ProposeAsync(ChooseState state, CancellationToken cancellation)
    {
        var random = context.Random.Open("choose/propose", state.Proposed);
        var underWay = state.Proposed - 1 - state.Observed;
        if (state.Population.IsEmpty || state.Population.Length + underWay < options.Population)
        {
            return (Make(context.Space.Sample(random)), state.Tally);
        }

        var parent = random.NextDouble() < options.Edit ? Select(state, random) : null;
        var changed = parent is null ? null : Open(parent, random);
        _model ??= DecisionModel.Of(await ModelAsync(cancellation).ConfigureAwait(false), options);
        var next = changed is null
            ? DecisionText.Next(state.Best.IsEmpty ? null : state.Best[^1].Accuracy)
            : DecisionText.Known(parent!) + DecisionText.Change;
        await using var conversation = await _model
            .BeginAsync(DecisionText.Title(context.Task.Dataset.Name), [.. state.Best.Select(DecisionText.Known)], next, cancellation)
            .ConfigureAwait(false);
        var answering = new Answering(context.Space, _model, conversation, options.Uniform, random, state.Tally);
        var network = changed is null
            ? await answering.WholeAsync(cancellation).ConfigureAwait(false)
            : await answering.ChangeAsync(parent!.Answers, changed, cancellation).ConfigureAwait(false);
        return (Make(network, changed is null ? [] : [parent!.Number]), answering.Tally);
    }

    private Task<ILanguageModel> ModelAsync(CancellationToken cancellation) => context.Model is { } model
        ? model(cancellation)
        : throw new LanguageModelException(new Failure(FailureClass.LanguageModel, "The strategy 'choose' needs a language model.", Hint: "Name one under 'model'."));

    private KnownNetwork Select(ChooseState state, Random random) => Enumerable.Range(0, options.Sample)
        .Select(_ => state.Population[random.Next(state.Population.Length)])
        .MaxBy(network => network.Accuracy)!;

    private static Answer? Open(KnownNetwork parent, Random random)
    {
        var open = parent.Answers.Answers.Where(answer => answer.Options.Count > 1).ToList();
        return open.Count == 0 ? null : open[random.Next(open.Count)];
    }

    private static Candidate Make(SampledNetwork network, params int[] parents) =>
        new(network.Source, new SpaceOrigin(Description.Name, [.. parents], network.Answers));
}
