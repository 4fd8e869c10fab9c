using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Estimation.Asha.Halving;

/// <summary>Asynchronous successive halving in its promotion form.</summary>
/// <remarks>
/// Li et al. 2020, "A System for Massively Parallel Hyperparameter Tuning", Algorithm 2: when a worker is free, the best
/// trial among the top 1/η of a rung that was not promoted yet goes on to the next rung, the highest rung first; where there
/// is none, the lowest rung grows by a new trial. Rung k trains for r·η^k epochs. The paper's highest rung may stay below the
/// largest budget; here it trains for exactly the recipe's epochs, so that the best trials are fully trained.
/// The learning-rate schedule spans the whole recipe at every rung.
/// </remarks>
internal sealed class AshaEstimator : IPerformanceEstimator
{
    private readonly int _reductionFactor;
    private readonly int[] _rungEpochs;
    private AshaState _state;

    public AshaEstimator(int reductionFactor, int minimumEpochs, int maximumEpochs)
    {
        _reductionFactor = reductionFactor;
        _rungEpochs = [.. RungEpochs(reductionFactor, minimumEpochs, maximumEpochs)];
        _state = new AshaState([.. _rungEpochs.Select(_ => new Rung())], []);
    }

    private int Top => _rungEpochs.Length - 1;

    public ScreenDecision Screen(int number, Candidate candidate, Architecture architecture)
    {
        _state.Training[number] = 0;
        return new TrainDecision(new Fidelity(_rungEpochs[Top]));
    }

    public EpochDecision AfterEpoch(int number, EpochMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var rung = _state.Training.GetValueOrDefault(number);
        if (metrics.Epoch < _rungEpochs[rung] || metrics.Validation is not { } validation)
        {
            return EpochDecision.Continue;
        }

        _state.Rungs[rung].Record(new RungEntry(number, validation.Accuracy, validation.Loss));
        _state.Training.Remove(number);
        return rung == Top ? EpochDecision.Stop : EpochDecision.Pause;
    }

    public WorkDecision NextWork(IReadOnlyList<int> paused, bool mayStartNew)
    {
        for (var rung = Top - 1; rung >= 0; rung--)
        {
            if (_state.Rungs[rung].Promotable(_reductionFactor, paused) is { } number)
            {
                _state.Rungs[rung].Promoted.Add(number);
                _state.Training[number] = rung + 1;
                return new ResumeDecision(number);
            }
        }

        if (mayStartNew)
        {
            return new StartNewDecision();
        }

        return _state.Training.Count > 0 ? new WaitDecision() : new FinishDecision();
    }

    public void Forget(int number) => _state.Training.Remove(number);

    public string Snapshot() => RecordJson.Write(_state);

    public void Restore(string snapshot) => _state = RecordJson.Read<AshaState>(snapshot);

    private static IEnumerable<int> RungEpochs(int reductionFactor, int minimumEpochs, int maximumEpochs)
    {
        for (long epochs = minimumEpochs; epochs < maximumEpochs; epochs *= reductionFactor)
        {
            yield return (int)epochs;
        }

        yield return maximumEpochs;
    }
}
