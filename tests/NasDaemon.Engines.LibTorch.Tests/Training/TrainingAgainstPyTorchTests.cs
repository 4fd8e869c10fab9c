namespace NasDaemon.Engines.LibTorch.Tests.Training;

[Collection(NativeHandles.Collection)]
public sealed class TrainingAgainstPyTorchTests(TrainingComparisons comparisons) : IClassFixture<TrainingComparisons>
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Cases => [.. TrainingComparisons.Cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TrainBatches_FromTheSameWeightsAndBatches_FollowsPyTorch(string name)
    {
        var comparison = comparisons.Of(name);

        Assert.True(comparison.Losses < Tolerance, $"{comparison}");
        Assert.True(comparison.Weights < Tolerance, $"{comparison}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ExportTorchScript_AfterTraining_GivesTheOutputsOfPyTorchsNetwork(string name)
    {
        var comparison = comparisons.Of(name);

        Assert.True(comparison.Outputs < 1e-4, $"{comparison}");
        Assert.True(comparison.InEvalMode);
    }
}
