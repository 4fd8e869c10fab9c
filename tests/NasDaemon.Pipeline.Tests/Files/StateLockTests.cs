using NasDaemon.Pipeline.Files;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Files;

public sealed class StateLockTests
{
    [Fact]
    public void TryTake_HeldLock_NamesTheHolderUntilItIsGivenBack()
    {
        using var folder = new TemporaryFolder();
        using (StateLock.TryTake(folder.Path).Lock)
        {
            var second = StateLock.TryTake(folder.Path);
            Assert.Null(second.Lock);
            Assert.Contains($"(process {Environment.ProcessId})", second.Problem, StringComparison.Ordinal);
        }

        using var third = StateLock.TryTake(folder.Path).Lock;
        Assert.NotNull(third);
    }

    [Fact]
    public void TryTake_FolderThatDoesNotExist_SaysWhere()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("cannot be opened", StateLock.TryTake(folder.Combine("nowhere")).Problem, StringComparison.Ordinal);
    }
}
