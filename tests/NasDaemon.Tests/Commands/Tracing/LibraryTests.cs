using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Tracing;

public sealed class LibraryTests
{
    [Fact]
    public async Task Library_BesideTheExecutable_IsThatOfTheRepositoryAndTraces()
    {
        var installed = Path.Combine(Path.GetDirectoryName(Build.Executable)!, "library");

        var run = await TraceRun.RunAsync(installed, "--input", "1x28x28", ".");

        Assert.Equal(Names(Path.Combine(Build.Root, "library")), Names(installed));
        Assert.Equal(Directory.GetFiles(installed, "*.py").Length, run.Objects.Count);
        Assert.All(run.Objects, network => Assert.Equal("accepted", network.GetProperty("verdict").GetString()));
        Assert.Equal(0, run.ExitCode);
    }

    private static IEnumerable<string?> Names(string folder) => Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
