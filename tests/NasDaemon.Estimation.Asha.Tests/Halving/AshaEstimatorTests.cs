using NasDaemon.Abstractions.Estimation;
using NasDaemon.Estimation.Asha.Halving;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Estimation.Asha.Tests.Halving;

public sealed class AshaEstimatorTests : PerformanceEstimatorContract
{
    /// <summary>
    /// Algorithm 2 by hand: η = 3, r = 1, R = 9, so rungs of 1, 3 and 9 epochs; nine trials with accuracies that never change;
    /// one worker. With three results in the lowest rung one may pass: the best is 2. With five it is still one, but now the
    /// best is 5. With six the top two are 5 and 2, which passed already. With nine the top three are 9, 5 and 2, so 9 passes.
    /// Then the middle rung has three results, of which the best is 9.
    /// </summary>
    [Fact]
    public void Search_NineTrials_PromotesAsComputedByHand()
    {
        double[] accuracies = [0.10, 0.50, 0.20, 0.30, 0.60, 0.15, 0.40, 0.05, 0.70];
        var trials = new SuccessiveTrials(epochs: 9, budget: 9, (number, _) => accuracies[number - 1]);
        var estimator = new AshaEstimator(reductionFactor: 3, minimumEpochs: 1, maximumEpochs: 9);

        trials.Play(() => estimator);

        Assert.Equal(
            [
                "new", "1 after 1: Pause",
                "new", "2 after 1: Pause",
                "new", "3 after 1: Pause",
                "resume 2", "2 after 2: Continue", "2 after 3: Pause",
                "new", "4 after 1: Pause",
                "new", "5 after 1: Pause",
                "resume 5", "5 after 2: Continue", "5 after 3: Pause",
                "new", "6 after 1: Pause",
                "new", "7 after 1: Pause",
                "new", "8 after 1: Pause",
                "new", "9 after 1: Pause",
                "resume 9", "9 after 2: Continue", "9 after 3: Pause",
                "resume 9", "9 after 4: Continue", "9 after 5: Continue", "9 after 6: Continue", "9 after 7: Continue", "9 after 8: Continue", "9 after 9: Stop",
                "finish",
            ],
            trials.Log.Select(Short));
        Assert.Equal([1, 3, 4, 6, 7, 8, 2, 5], trials.Paused.OrderBy(number => trials.EpochsDone[number]).ThenBy(number => number));
    }

    [Fact]
    public void NextWork_BestOfTheRungIsTied_TheLowerLossThenTheOlderGoesFirst()
    {
        var estimator = new AshaEstimator(2, 1, 2);
        foreach (var (number, loss) in ((int, double)[])[(1, 0.9), (2, 0.5), (3, 0.5), (4, 0.9)])
        {
            estimator.Screen(number, null!, StoredRecords.Network);
            estimator.AfterEpoch(number, new(1, 1, new(0.5, loss, 10), 1));
        }

        Assert.Equal(new ResumeDecision(2), estimator.NextWork([1, 2, 3, 4], mayStartNew: true));
        Assert.Equal(new ResumeDecision(3), estimator.NextWork([1, 3, 4], mayStartNew: true));
        Assert.Equal(new StartNewDecision(), estimator.NextWork([1, 4], mayStartNew: true));
    }

    [Fact]
    public void NextWork_NoBudgetButATrialRuns_Waits()
    {
        var estimator = new AshaEstimator(3, 1, 9);
        estimator.Screen(1, null!, StoredRecords.Network);

        Assert.IsType<WaitDecision>(estimator.NextWork([], mayStartNew: false));
    }

    [Fact]
    public void AfterEpoch_LowestRungIsTheWholeRecipe_StopsThere()
    {
        var estimator = new AshaEstimator(3, minimumEpochs: 5, maximumEpochs: 2);

        Assert.Equal(new TrainDecision(new Fidelity(2)), estimator.Screen(1, null!, StoredRecords.Network));
        Assert.Equal(EpochDecision.Continue, estimator.AfterEpoch(1, new(1, 1, new(0.5, 1, 10), 1)));
        Assert.Equal(EpochDecision.Stop, estimator.AfterEpoch(1, new(2, 1, new(0.5, 1, 10), 1)));
    }

    protected override IPerformanceEstimator Create(int epochs) => new AshaEstimator(3, 1, epochs);

    private static string Short(string line) => line switch
    {
        _ when line.StartsWith("StartNew", StringComparison.Ordinal) => "new",
        _ when line.StartsWith("Finish", StringComparison.Ordinal) => "finish",
        _ => line.Replace("ResumeDecision { Number = ", "resume ", StringComparison.Ordinal).Replace(" }", "", StringComparison.Ordinal),
    };
}
