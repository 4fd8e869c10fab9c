using NasDaemon.Pipeline.Inbox;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Inbox;

public sealed class InboxScannerTests : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);
    private readonly TemporaryFolder _inbox = new();
    private readonly ManualTime _time = new();
    private readonly InboxScanner _scanner;

    public InboxScannerTests() => _scanner = new InboxScanner(_inbox.Path, Settle, _time);

    [Fact]
    public void Look_FilesThatHeldStill_AreReadyInTheOrderOfTheirNames()
    {
        Write("b.yaml", "1");
        Write("a.yml", "2");

        var first = _scanner.Look();
        _time.Pass(Settle);
        var second = _scanner.Look();

        Assert.Empty(first.Ready);
        Assert.True(first.IsAnyOnItsWay);
        Assert.Equal(["a.yml", "b.yaml"], second.Ready.Select(file => file.Name));
        Assert.False(second.IsAnyOnItsWay);
    }

    [Fact]
    public void Look_SecondLookTooSoon_WaitsOn()
    {
        Write("a.yaml", "1");

        _scanner.Look();
        _time.Pass(Settle / 2);

        Assert.Empty(_scanner.Look().Ready);
    }

    [Fact]
    public void Look_FileThatGrows_IsReadyOnlyWhenItHasStopped()
    {
        Write("a.yaml", "1");
        _scanner.Look();
        _time.Pass(Settle);
        Write("a.yaml", "12");
        Assert.Empty(_scanner.Look().Ready);

        _time.Pass(Settle);

        Assert.Single(_scanner.Look().Ready);
    }

    [Theory]
    [InlineData(".hidden.yaml")]
    [InlineData("a.yaml.tmp")]
    [InlineData("a.yaml.part")]
    [InlineData("a.yaml~")]
    [InlineData("notes.txt")]
    public void Look_FileThatIsNoTask_IsIgnored(string name)
    {
        Write(name, "1");

        Assert.Empty(Settled());
    }

    [Fact]
    public void Look_FolderWithATasksName_IsIgnored()
    {
        Directory.CreateDirectory(_inbox.Combine("a.yaml"));

        Assert.Empty(Settled());
    }

    [Fact]
    public void Look_FileSetAside_IsLeftAloneUntilItChanges()
    {
        Write("a.yaml", "1");
        _scanner.SetAside(Assert.Single(Settled()));
        Assert.Empty(Settled());

        Write("a.yaml", "12");

        Assert.Single(Settled());
    }

    [Fact]
    public void Look_InboxThatIsNotThere_FindsNothing() =>
        Assert.Empty(new InboxScanner(_inbox.Combine("nowhere"), Settle, _time).Look().Ready);

    public void Dispose() => _inbox.Dispose();

    private void Write(string name, string text) => File.WriteAllText(_inbox.Combine(name), text);

    private System.Collections.Immutable.ImmutableArray<InboxFile> Settled()
    {
        _scanner.Look();
        _time.Pass(Settle);
        return _scanner.Look().Ready;
    }
}
