using System.Globalization;
using System.Text.Json;
using MathNet.Numerics.Statistics;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Training;
using NasDaemon.Search.Bayesian.Archives;
using NasDaemon.Search.Bayesian.Features;
using NasDaemon.Search.Bayesian.Surrogates;

namespace NasDaemon.Search.Bayesian.Prediction;

/// <summary>
/// Screens what any strategy proposes by the surrogate's prediction: a network is trained where it is predicted among the best share of
/// the networks that were proposed last. What is trained is trained to the end.
/// </summary>
/// <remarks>
/// Screening by a learnt predictor goes back to Liu et al., "Progressive Neural Architecture Search", ECCV 2018, section 4.2, and to Wen
/// et al., "Neural Predictor for Neural Architecture Search", ECCV 2020.
/// </remarks>
/// <param name="context">What the estimator was created with.</param>
/// <param name="options">The options.</param>
internal sealed class Predictor(EstimatorContext context, PredictorOptions options) : IPerformanceEstimator
{
    private const int Window = 30;
    private const int MostPoints = 256;
    private const int PatienceFactor = 5;

    private readonly Surrogate _surrogate = new(ArchiveKnowledge.None);
    private readonly Dictionary<int, NetworkFeatures> _features = [];
    private PredictorState _state = PredictorState.Start;

    /// <summary>Name, summary and options.</summary>
    public static ComponentDescription Description { get; } = new(
        "predictor",
        "A Gaussian process over the networks' graphs screens what is proposed; what passes is trained to the end.",
        PredictorOptions.Definitions);

    /// <inheritdoc/>
    public ScreenDecision Screen(int number, Candidate candidate, Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var features = Learn(number, candidate, architecture);
        var train = new TrainDecision(new Fidelity(context.Task.Training.Epochs));
        if (_state.Results.Count < options.Initial || Predict(features) is not { } prediction)
        {
            return train;
        }

        var recent = _state.Recent.Add(prediction);
        recent = recent.Count > Window ? recent.RemoveAt(0) : recent;
        var better = recent.Count(other => other > prediction);
        var passes = better < recent.Count / options.Oversampling || _state.DroppedInARow >= PatienceFactor * options.Oversampling;
        _state = _state with
        {
            Recent = recent,
            Screened = _state.Screened + 1,
            Dropped = _state.Dropped + (passes ? 0 : 1),
            DroppedInARow = passes ? 0 : _state.DroppedInARow + 1,
            Predictions = passes ? _state.Predictions.SetItem(number, prediction) : _state.Predictions,
        };
        return passes
            ? train
            : new DropDecision(string.Create(
                CultureInfo.InvariantCulture,
                $"Predicted accuracy {Target.Accuracy(prediction):P2}: {better} of the last {recent.Count} networks were predicted to be better."));
    }

    /// <inheritdoc/>
    public void TakeOver(int number, Candidate candidate, Architecture architecture, TrialScore score)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(score);
        Learn(number, candidate, architecture);
        _state = _state with { Results = _state.Results.SetItem(number, score.ValidationAccuracy) };
    }

    /// <inheritdoc/>
    public EpochDecision AfterEpoch(int number, EpochMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (metrics.Epoch >= context.Task.Training.Epochs && metrics.Validation is { } validation)
        {
            _state = _state with { Results = _state.Results.SetItem(number, validation.Accuracy) };
        }

        return EpochDecision.Continue;
    }

    /// <inheritdoc/>
    public WorkDecision NextWork(IReadOnlyList<int> paused, bool mayStartNew) => (paused, mayStartNew) switch
    {
        ([var first, ..], _) => new ResumeDecision(first),
        (_, true) => new StartNewDecision(),
        _ => new FinishDecision(),
    };

    /// <inheritdoc/>
    public void Forget(int number) => _state = _state with { Predictions = _state.Predictions.Remove(number) };

    /// <inheritdoc/>
    public IReadOnlyList<string> Describe()
    {
        var pairs = _state.Predictions.Where(prediction => _state.Results.ContainsKey(prediction.Key))
            .Select(prediction => (Predicted: prediction.Value, Found: _state.Results[prediction.Key]))
            .ToList();
        var rank = pairs.Count < 3
            ? "too few of them were trained to tell how well it ranked them"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"its rank correlation with what came out is {Correlation.Spearman(pairs.Select(pair => pair.Predicted), pairs.Select(pair => pair.Found)):0.00} over {pairs.Count} trainings");
        return [string.Create(CultureInfo.InvariantCulture, $"The predictor screened {_state.Screened} networks and left out {_state.Dropped}; {rank}.")];
    }

    /// <inheritdoc/>
    public string Snapshot() => JsonSerializer.Serialize(_state);

    /// <inheritdoc/>
    public void Restore(string snapshot) => _state = JsonSerializer.Deserialize<PredictorState>(snapshot)
        ?? throw new ArgumentException("The snapshot of predictor is empty.", nameof(snapshot));

    private NetworkFeatures Learn(int number, Candidate candidate, Architecture architecture) =>
        _features[number] = FeatureReader.Read(architecture, (candidate.Origin as SpaceOrigin)?.Answers);

    private double? Predict(NetworkFeatures features)
    {
        Recall();
        var own = _state.Results.Where(result => _features.ContainsKey(result.Key))
            .TakeLast(MostPoints)
            .Select(result => new KnownNetwork(_features[result.Key], Target.Of(result.Value), TrialGroup.Own))
            .ToList();
        if (own.Count < options.Initial)
        {
            return null;
        }

        var (model, state) = _surrogate.Learn(own, _state.Surrogate);
        _state = _state with { Surrogate = state };
        return model?.Standardisation.Undo(model.Means(new CandidateSet([features]))[0]);
    }

    /// <summary>After a restart the archive knows the networks that were trained: this task's own come first in it.</summary>
    private void Recall()
    {
        if (_state.Results.Keys.All(_features.ContainsKey))
        {
            return;
        }

        foreach (var trial in context.Archive.Best(context.Task.Dataset.Name, int.MaxValue).Where(trial => trial.Candidate.Architecture is not null))
        {
            _features.TryAdd(trial.Candidate.Number, FeatureReader.Read(trial.Candidate.Architecture!, (trial.Candidate.Candidate.Origin as SpaceOrigin)?.Answers));
        }
    }
}
