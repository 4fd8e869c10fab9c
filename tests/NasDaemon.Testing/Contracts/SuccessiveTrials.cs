using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Testing.Contracts;

/// <summary>Plays a whole search with one worker against an estimator: trial n reaches the accuracy that a given function says.</summary>
/// <param name="epochs">The recipe's epochs.</param>
/// <param name="budget">How many trials may begin.</param>
/// <param name="accuracy">The accuracy of a trial after an epoch.</param>
public sealed class SuccessiveTrials(int epochs, int budget, Func<int, int, double> accuracy)
{
    private readonly Dictionary<int, int> _epochsDone = [];
    private readonly List<int> _paused = [];
    private readonly List<string> _log = [];

    /// <summary>What the estimator decided, step by step.</summary>
    public IReadOnlyList<string> Log => _log;

    /// <summary>How many epochs each trial got.</summary>
    public IReadOnlyDictionary<int, int> EpochsDone => _epochsDone;

    /// <summary>The trials that were paused when the search ended.</summary>
    public IReadOnlyList<int> Paused => _paused;

    /// <summary>Trials that fail instead of finishing their first epoch.</summary>
    public IReadOnlySet<int> Failing { get; init; } = new HashSet<int>();

    /// <summary>Plays until the estimator finishes.</summary>
    /// <param name="estimator">Gives the estimator for the next call: always the same, or one restored from the last one's snapshot.</param>
    public void Play(Func<IPerformanceEstimator> estimator)
    {
        for (var step = 0; step < 100 * budget; step++)
        {
            var decision = estimator().NextWork(_paused, mayStartNew: _epochsDone.Count < budget);
            _log.Add(decision.ToString());
            switch (decision)
            {
                case FinishDecision:
                    return;
                case ResumeDecision resume:
                    Assert.True(_paused.Remove(resume.Number), $"Trial {resume.Number} is not paused.");
                    Train(estimator, resume.Number, epochs);
                    break;
                case StartNewDecision:
                    var number = _epochsDone.Count + 1;
                    _epochsDone[number] = 0;
                    var candidate = new Candidate("", new SpaceOrigin("test", [], new AnswerList([])));
                    if (estimator().Screen(number, candidate, StoredRecords.Network) is TrainDecision train)
                    {
                        Train(estimator, number, train.Fidelity.Epochs);
                    }

                    break;
                default:
                    Assert.Fail("Nothing runs, so waiting would never end.");
                    break;
            }
        }

        Assert.Fail("The search does not end.");
    }

    private void Train(Func<IPerformanceEstimator> estimator, int number, int limit)
    {
        if (Failing.Contains(number))
        {
            estimator().Forget(number);
            return;
        }

        while (_epochsDone[number] < limit)
        {
            var epoch = ++_epochsDone[number];
            var reached = accuracy(number, epoch);
            var decision = estimator().AfterEpoch(number, new EpochMetrics(epoch, 1, new Evaluation(reached, 1 - reached, 100), 1));
            _log.Add($"{number} after {epoch}: {decision}");
            if (epoch < limit && decision == EpochDecision.Pause)
            {
                _paused.Add(number);
            }

            if (decision != EpochDecision.Continue)
            {
                return;
            }
        }
    }
}
