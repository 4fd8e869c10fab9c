using NasDaemon.Pipeline.Inbox;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Inbox;

public sealed class TaskCommandsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TakeCancels_Requests_AreGivenOnce()
    {
        var commands = new TaskCommands(_folder.Path);
        commands.RequestCancel("b");
        commands.RequestCancel("a-2");
        commands.RequestCancel("a-2");
        File.WriteAllText(_folder.Combine(".cancel-..%2f"), string.Empty);

        Assert.Equal(["a-2", "b"], commands.TakeCancels().AsEnumerable());
        Assert.Empty(commands.TakeCancels());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("")]
    [InlineData("Name")]
    public void RequestCancel_IdThatCannotBe_IsRefused(string id) =>
        Assert.Throws<ArgumentException>(() => new TaskCommands(_folder.Path).RequestCancel(id));

    [Fact]
    public void Submit_SameNameTwice_KeepsBoth()
    {
        var inbox = Directory.CreateDirectory(_folder.Combine("inbox")).FullName;
        File.WriteAllText(_folder.Combine("a.yml"), "x");
        var commands = new TaskCommands(inbox);

        Assert.Equal(Path.Combine(inbox, "a.yaml"), commands.Submit(_folder.Combine("a.yml")));
        Assert.Equal(Path.Combine(inbox, "a-2.yaml"), commands.Submit(_folder.Combine("a.yml")));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(inbox).Count());
    }

    public void Dispose() => _folder.Dispose();
}
