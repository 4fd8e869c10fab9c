using System.Diagnostics;
using NasDaemon.Pipeline.Files;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Files;

public sealed class RegularFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Read_File_GivesItsBytes()
    {
        File.WriteAllText(_folder.Combine("a"), "abc");

        Assert.Equal("abc"u8.ToArray(), RegularFile.Read(_folder.Combine("a"), 3).Bytes);
    }

    [Fact]
    public void Read_LargerThanTheLimit_IsRefused()
    {
        File.WriteAllBytes(_folder.Combine("a"), new byte[1025]);

        Assert.Equal("it is larger than 1 KiB", RegularFile.Read(_folder.Combine("a"), 1024).Problem);
    }

    [Fact]
    public void Read_Link_IsRefused()
    {
        File.WriteAllText(_folder.Combine("a"), "abc");
        File.CreateSymbolicLink(_folder.Combine("link"), _folder.Combine("a"));

        Assert.Equal("it is a symbolic link", RegularFile.Read(_folder.Combine("link"), 10).Problem);
    }

    [Fact]
    public async Task Read_PipeThatNobodyWrites_IsRefusedWithoutWaiting()
    {
        using var process = Process.Start("mkfifo", _folder.Combine("pipe"));
        await process.WaitForExitAsync();

        Assert.Equal("it is a pipe, a socket or a device", RegularFile.Read(_folder.Combine("pipe"), 10).Problem);
    }

    [Fact]
    public void Read_FolderOrNothing_IsRefused()
    {
        Assert.Equal("it is a folder", RegularFile.Read(_folder.Path, 10).Problem);
        Assert.StartsWith("it cannot be read: No such file", RegularFile.Read(_folder.Combine("nothing"), 10).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FileThatIsWrittenAgain_Differs()
    {
        File.WriteAllText(_folder.Combine("a"), "abc");
        var first = FileStatus.Of(_folder.Combine("a"));
        Assert.Equal(first, FileStatus.Of(_folder.Combine("a")));

        File.AppendAllText(_folder.Combine("a"), "d");

        Assert.Equal((FileKind.Regular, 3L), (first!.Kind, first.Size));
        Assert.NotEqual(first, FileStatus.Of(_folder.Combine("a")));
    }

    public void Dispose() => _folder.Dispose();
}
