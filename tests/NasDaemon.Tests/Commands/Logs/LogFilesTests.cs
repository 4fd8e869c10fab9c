using NasDaemon.Commands.Logs;
using NasDaemon.Testing;

namespace NasDaemon.Tests.Commands.Logs;

public sealed class LogFilesTests
{
    [Fact]
    public void ReadNew_FilesOfADay_ComeInTheOrderOfTime()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("nasdaemon-20250304_010.log"), "c\n");
        File.WriteAllText(folder.Combine("nasdaemon-20250304.log"), "a\n");
        File.WriteAllText(folder.Combine("nasdaemon-20250304_002.log"), "b\n");
        File.WriteAllText(folder.Combine("nasdaemon-20250305.log"), "d\n");

        Assert.Equal(["a", "b", "c", "d"], new LogFiles(folder.Path).ReadNew());
    }

    [Fact]
    public void ReadNew_ALineThatIsStillBeingWritten_ComesWhenItIsWhole()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("nasdaemon-20250304.log");
        var files = new LogFiles(folder.Path);
        File.WriteAllText(file, "one\ntw");

        Assert.Equal(["one"], files.ReadNew());
        File.AppendAllText(file, "o\nthree\n");
        Assert.Equal(["two", "three"], files.ReadNew());
        Assert.Empty(files.ReadNew());
    }
}
