using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.LibTorch.Interop;
using NasDaemon.Testing;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Engines.LibTorch.Tests;

[Collection(NativeHandles.Collection)]
public sealed class LiveHandleTests
{
    [Fact]
    public void Dispose_OfASessionThatDidEverything_LeavesNoNativeHandle()
    {
        using var folder = new TemporaryFolder();
        using var engine = new LibTorchEngine(new LibTorchOptions("cpu", ForceBFloat16: false));
        var before = NativeMethods.nas_live_handles();

        using (var session = Open(engine, folder))
        {
            session.TrainBatches(2, [], CancellationToken.None);
            session.Evaluate(SamplePart.Test, [], CancellationToken.None);
            session.ExportTorchScript(folder.Combine("model.pt"));
            Assert.True(NativeMethods.nas_live_handles() > before);
        }

        Assert.Equal(before, NativeMethods.nas_live_handles());
    }

    [Fact]
    public void Open_DataThatIsNotThere_ThrowsWithTheFileAndLeavesNoNativeHandle()
    {
        using var folder = new TemporaryFolder();
        using var engine = new LibTorchEngine(new LibTorchOptions("cpu", ForceBFloat16: false));
        var before = NativeMethods.nas_live_handles();
        var data = SyntheticImages.Write(folder);
        File.Delete(folder.Combine("images.bin"));

        var exception = Assert.Throws<EngineException>(() => engine.Open(
            new SessionSetup(SmallNetworks.Convolutional(3), Recipes.Augmented, data, Seed: 1)));

        Assert.Contains("images.bin: No such file", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, NativeMethods.nas_live_handles());
    }

    private static ITrainingSession Open(LibTorchEngine engine, TemporaryFolder folder) => engine.Open(
        new SessionSetup(SmallNetworks.Convolutional(3), Recipes.Augmented, SyntheticImages.Write(folder), Seed: 1));
}
