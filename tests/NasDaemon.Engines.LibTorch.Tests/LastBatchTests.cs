using NasDaemon.Abstractions.Training;
using NasDaemon.Testing;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Engines.LibTorch.Tests;

[Collection(NativeHandles.Collection)]
public sealed class LastBatchTests
{
    [Theory]
    [InlineData(55, 2, 110)]
    [InlineData(54, 3, 110)]
    [InlineData(109, 1, 109)]
    [InlineData(200, 1, 110)]
    public void TrainBatches_OneSampleLeftOver_LeavesItOut(int batchSize, int batches, int samples)
    {
        using var folder = new TemporaryFolder();
        using var engine = new LibTorchEngine(new LibTorchOptions("cpu", ForceBFloat16: false));
        using var session = engine.Open(new SessionSetup(
            SmallNetworks.Convolutional(SyntheticImages.Classes),
            Recipes.Augmented with { BatchSize = batchSize },
            SyntheticImages.Write(folder),
            Seed: 1));

        var metrics = session.TrainBatches(batches, [], CancellationToken.None);

        Assert.Equal(batches, session.BatchesPerEpoch);
        Assert.Equal(samples, metrics.Samples);
        Assert.True(metrics.EpochEnded);
        Assert.True(double.IsFinite(metrics.MeanLoss));
    }

    [Fact]
    public void Evaluate_OneSampleLeftOver_ChangesNoWeight()
    {
        using var folder = new TemporaryFolder();
        using var engine = new LibTorchEngine(new LibTorchOptions("cpu", ForceBFloat16: false));
        using var session = engine.Open(new SessionSetup(
            SmallNetworks.Convolutional(SyntheticImages.Classes),
            Recipes.Augmented with { BatchSize = 39 },
            SyntheticImages.Write(folder),
            Seed: 1));
        var before = session.GetWeights();

        var first = session.Evaluate(SamplePart.Validation, [], CancellationToken.None);
        var second = session.Evaluate(SamplePart.Validation, [], CancellationToken.None);

        Assert.Equal((40, first), (first.Samples, second));
        Assert.All(before.Zip(session.GetWeights()), pair => Assert.Equal(pair.First.Data.ToArray(), pair.Second.Data.ToArray()));
    }
}
