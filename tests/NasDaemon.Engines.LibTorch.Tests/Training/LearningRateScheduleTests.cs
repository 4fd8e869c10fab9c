using NasDaemon.Abstractions.Tasks;
using NasDaemon.Engines.LibTorch.Training;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Engines.LibTorch.Tests.Training;

public sealed class LearningRateScheduleTests
{
    private const double Rate = 0.05;

    [Fact]
    public void At_WarmUp_GrowsInEqualStepsToTheFullRate()
    {
        var schedule = Schedule(new(ScheduleKind.Constant, WarmUpEpochs: 1, StepEpochs: 1, StepFactor: 1, FinalShare: 1));

        Assert.Equal([Rate * 0.2, Rate * 0.4, Rate * 0.6, Rate * 0.8, Rate, Rate], Enumerable.Range(0, 6).Select(step => schedule.At(step)), Close);
    }

    [Fact]
    public void At_Cosine_EndsAtTheFinalShare()
    {
        var schedule = Schedule(new(ScheduleKind.Cosine, WarmUpEpochs: 0, StepEpochs: 1, StepFactor: 1, FinalShare: 0.1));

        Assert.Equal(Rate, schedule.At(0), 12);
        Assert.Equal(Rate * 0.55, schedule.At(8), 12);
        Assert.Equal(Rate * 0.1, schedule.At(16), 12);
        Assert.Equal(Rate * 0.1, schedule.At(1000), 12);
    }

    [Fact]
    public void At_Step_MultipliesEveryFewEpochs()
    {
        var schedule = Schedule(new(ScheduleKind.Step, WarmUpEpochs: 0, StepEpochs: 2, StepFactor: 0.5, FinalShare: 1));

        Assert.Equal([Rate, Rate, Rate / 2, Rate / 2, Rate / 4], new[] { 0, 7, 8, 15, 16 }.Select(step => schedule.At(step)), Close);
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;

    private static LearningRateSchedule Schedule(ScheduleSettings settings) =>
        new(Recipes.Augmented with { Epochs = 4, Schedule = settings }, stepsPerEpoch: 4);
}
