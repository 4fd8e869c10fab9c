using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.LibTorch.Interop;
using NasDaemon.Testing;

namespace NasDaemon.Engines.LibTorch.Tests.Interop;

public sealed class NativeLibraryFileTests
{
    [Fact]
    public void Require_NoFile_SaysHowToBuildIt()
    {
        var exception = Assert.Throws<EngineException>(() => NativeLibraryFile.Require("/nowhere/libnasdaemon_torch.so"));

        Assert.Contains("/nowhere/libnasdaemon_torch.so is not there", exception.Message, StringComparison.Ordinal);
        Assert.Contains("native/build.sh", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Require_FileThatDoesNotLoad_SaysWhyAndWhatToInstall()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Combine("libnasdaemon_torch.so");
        File.WriteAllText(path, "no library");

        var exception = Assert.Throws<EngineException>(() => NativeLibraryFile.Require(path));

        Assert.Contains("does not load", exception.Message, StringComparison.Ordinal);
        Assert.Contains("libtorch-dev", exception.Message, StringComparison.Ordinal);
    }
}
