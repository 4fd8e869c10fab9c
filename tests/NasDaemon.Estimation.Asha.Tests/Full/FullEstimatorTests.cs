using NasDaemon.Abstractions.Estimation;
using NasDaemon.Estimation.Asha.Full;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Estimation.Asha.Tests.Full;

public sealed class FullEstimatorTests : PerformanceEstimatorContract
{
    [Fact]
    public void Search_EveryTrial_GetsAllEpochs()
    {
        var trials = new SuccessiveTrials(epochs: 4, budget: 3, (_, _) => 0.5);
        var estimator = Create(4);

        trials.Play(() => estimator);

        Assert.Equal([4, 4, 4], trials.EpochsDone.Values);
    }

    protected override IPerformanceEstimator Create(int epochs) => new FullEstimator(epochs);
}
