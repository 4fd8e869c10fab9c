using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Workers.Serving;

namespace NasDaemon.Pipeline.Tests.Workers.Serving;

public sealed class LossRecorderTests
{
    [Fact]
    public void Take_MoreStepsThanPoints_KeepsTheMeanOfEachRunWithFourDigits()
    {
        var recorder = new LossRecorder(steps: 250, epochs: 3);
        foreach (var loss in Enumerable.Range(0, 250).Select(step => step + (1.0 / 3)))
        {
            recorder.Add(loss);
        }

        var kept = recorder.Take();

        Assert.Equal((250, 3, 84), (kept.Steps, kept.Run, kept.Losses.Length));
        Assert.Equal([1.333, 4.333, 7.333], kept.Losses.Take(3));
        Assert.Equal(249.3, kept.Losses[^1]);
        Assert.Equal([(503, 1.333), (506, 4.333), (509, 7.333)], kept.Of(epoch: 3).Take(3));
        Assert.Equal((750, 249.3), kept.Of(epoch: 3).Last());
    }

    [Theory]
    [InlineData(469, 1, 94)]
    [InlineData(100, 10, 100)]
    [InlineData(101, 10, 51)]
    [InlineData(2_000_000, 40, 25)]
    [InlineData(469, 100_000, 5)]
    [InlineData(3, 100_000, 3)]
    public void Take_Epoch_HasNoMorePointsThanItsShare(int steps, int epochs, int points) =>
        Assert.Equal(points, Kept(steps, epochs, 0.5).Losses.Length);

    [Fact]
    public void Take_LongestEpoch_AddsAboutAKilobyteToItsRecordAtMost()
    {
        var figures = new EpochMetrics(9, 0.0123456789012345, new Evaluation(0.98765432109876, 0.012345678901234, 6_000), 12.345678901234);
        var kept = figures with { Steps = Kept(100, 10, 0.012345678901234) };

        Assert.InRange(RecordJson.Write(kept).Length - RecordJson.Write(figures).Length, 600, 900);
        Assert.Equal(kept, RecordJson.Read<EpochMetrics>(RecordJson.Write(kept)));
    }

    [Fact]
    public void Read_EpochOfAnEarlierVersion_HasNoLossesOfSteps() =>
        Assert.Null(RecordJson.Read<EpochMetrics>("""{"Epoch":1,"TrainLoss":0.5,"Validation":null,"Seconds":2}""").Steps);

    private static StepLosses Kept(int steps, int epochs, double loss)
    {
        var recorder = new LossRecorder(steps, epochs);
        for (var step = 0; step < steps; step++)
        {
            recorder.Add(loss);
        }

        return recorder.Take();
    }
}
