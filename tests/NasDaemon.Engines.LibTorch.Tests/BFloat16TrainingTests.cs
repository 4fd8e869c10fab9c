using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Testing;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Engines.LibTorch.Tests;

[Collection(NativeHandles.Collection)]
public sealed class BFloat16TrainingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TrainBatches_BFloat16Forced_LearnsByOtherFiguresThanFloat32()
    {
        var (halfLoss, halfAccuracy) = Train(forced: true);
        var (loss, accuracy) = Train(forced: false);

        Assert.NotEqual(loss, halfLoss);
        Assert.Equal(loss, halfLoss, tolerance: 0.05);
        Assert.True(accuracy > 0.9, $"accuracy {accuracy} in float32");
        Assert.True(halfAccuracy > 0.9, $"accuracy {halfAccuracy} in bfloat16");
    }

    [Fact]
    public async Task ExportTorchScript_AfterBFloat16_IsAFloat32Network()
    {
        using var engine = new LibTorchEngine(new LibTorchOptions("cpu", ForceBFloat16: true));
        using var session = engine.Open(Setup());
        var path = _folder.Combine("model.pt");
        session.ExportTorchScript(path);
        var script = _folder.Combine("describe.py");
        await File.WriteAllTextAsync(
            script,
            """
            import sys, torch
            network = torch.jit.load(sys.argv[1])
            print(network(torch.zeros(2, 3, 8, 8)).dtype, "bfloat16" in network.code)
            """);

        Assert.Equal("torch.float32 False", (await PythonTorch.RunAsync(script, path)).Trim());
    }

    private (double Loss, double Accuracy) Train(bool forced)
    {
        using var engine = new LibTorchEngine(new LibTorchOptions("cpu", forced));
        using var session = engine.Open(Setup());
        var loss = session.TrainBatches(1, [], CancellationToken.None).MeanLoss;
        while (session.EpochsDone < 4)
        {
            session.TrainBatches(session.BatchesPerEpoch, [], CancellationToken.None);
        }

        return (loss, session.Evaluate(SamplePart.Validation, [], CancellationToken.None).Accuracy);
    }

    private SessionSetup Setup() => new(
        SmallNetworks.Convolutional(SyntheticImages.Classes),
        Recipes.Augmented with { Precision = Precision.BFloat16 },
        SyntheticImages.Write(_folder),
        Seed: 1);
}
