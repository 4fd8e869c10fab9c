using NasDaemon.Pipeline.Files;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Write_NewAndExistingFile_HoldsTheTextAndNothingElseIsLeft()
    {
        AtomicFile.Write(_folder.Combine("a.txt"), "first");
        AtomicFile.Write(_folder.Combine("a.txt"), "zweite Zeile: ä");

        Assert.Equal("zweite Zeile: ä", File.ReadAllText(_folder.Combine("a.txt")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Write_WriterThatThrows_KeepsTheOldFileAndLeavesNothing()
    {
        AtomicFile.Write(_folder.Combine("a.txt"), "old");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(_folder.Combine("a.txt"), stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(_folder.Combine("a.txt")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Rename_ExistingTarget_ReplacesNothing()
    {
        File.WriteAllText(_folder.Combine("from"), "new");
        File.WriteAllText(_folder.Combine("to"), "old");
        Directory.CreateDirectory(_folder.Combine("empty"));

        Assert.Equal(MoveEnd.TargetExists, AtomicMove.Rename(_folder.Combine("from"), _folder.Combine("to")).End);
        Assert.Equal(MoveEnd.TargetExists, AtomicMove.Rename(_folder.Combine("from"), _folder.Combine("empty")).End);
        Assert.Equal(MoveEnd.SourceGone, AtomicMove.Rename(_folder.Combine("nothing"), _folder.Combine("x")).End);
        Assert.Equal(MoveEnd.Moved, AtomicMove.Rename(_folder.Combine("from"), _folder.Combine("free")).End);
        Assert.Equal("old", File.ReadAllText(_folder.Combine("to")));
    }

    public void Dispose() => _folder.Dispose();
}
