using NasDaemon.Abstractions.Estimation;

namespace NasDaemon.Testing.Contracts;

/// <summary>What every performance estimator must do. An estimator's tests derive from it.</summary>
public abstract class PerformanceEstimatorContract
{
    private const int Epochs = 9;
    private const int Budget = 30;

    /// <summary>Makes an estimator in its first state.</summary>
    /// <param name="epochs">The recipe's epochs.</param>
    /// <returns>The estimator.</returns>
    protected abstract IPerformanceEstimator Create(int epochs);

    [Fact]
    public void Search_WholeBudget_EndsAndTrainsEveryTrial()
    {
        var trials = Trials();
        var estimator = Create(Epochs);

        trials.Play(() => estimator);

        Assert.Equal(Budget, trials.EpochsDone.Count);
        Assert.All(trials.EpochsDone.Values, done => Assert.InRange(done, 1, Epochs));
        Assert.All(trials.Paused, number => Assert.True(trials.EpochsDone[number] < Epochs));
    }

    [Fact]
    public void Search_RestoredFromItsSnapshotBeforeEveryCall_DecidesTheSame()
    {
        var (undisturbed, restored) = (Trials(), Trials());
        var estimator = Create(Epochs);
        undisturbed.Play(() => estimator);

        var current = Create(Epochs);
        restored.Play(() =>
        {
            var snapshot = current.Snapshot();
            current = Create(Epochs);
            current.Restore(snapshot);
            return current;
        });

        Assert.Equal(undisturbed.Log, restored.Log);
    }

    [Fact]
    public void Search_SomeTrialsFail_StillEnds()
    {
        var trials = Trials([1, 7, 30]);
        var estimator = Create(Epochs);

        trials.Play(() => estimator);

        Assert.Equal(Budget, trials.EpochsDone.Count);
    }

    [Fact]
    public void NextWork_NothingRunsAndNoBudget_Finishes() =>
        Assert.IsType<FinishDecision>(Create(Epochs).NextWork([], mayStartNew: false));

    private static SuccessiveTrials Trials(params IEnumerable<int> failing) =>
        new(Epochs, Budget, (number, epoch) => (number * 37 % 101 / 202.0) + (epoch / 20.0)) { Failing = failing.ToHashSet() };
}
