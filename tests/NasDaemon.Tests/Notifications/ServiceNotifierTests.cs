using NasDaemon.Notifications;
using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Notifications;

public sealed class ServiceNotifierTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Send_SocketInAFolder_EveryMessageArrivesAsItsOwnDatagram()
    {
        using var folder = new TemporaryFolder();
        using var manager = new NotifySocket(folder.Combine("notify"));
        using var notifier = Open(("NOTIFY_SOCKET", manager.Address));

        notifier.Ready();
        notifier.Status("trial 3\nof 8");
        notifier.Alive();
        notifier.Stopping();

        Assert.Equal("READY=1", await manager.ReceiveAsync(Patience));
        Assert.Equal("STATUS=trial 3 of 8", await manager.ReceiveAsync(Patience));
        Assert.Equal("WATCHDOG=1", await manager.ReceiveAsync(Patience));
        Assert.Equal("STOPPING=1", await manager.ReceiveAsync(Patience));
    }

    [Fact]
    public async Task Send_AbstractSocket_Arrives()
    {
        using var manager = new NotifySocket($"@nasdaemon-test-{Guid.NewGuid():N}");
        using var notifier = Open(("NOTIFY_SOCKET", manager.Address));

        notifier.Ready();

        Assert.Equal("READY=1", await manager.ReceiveAsync(Patience));
    }

    [Fact]
    public void Send_ManagerIsGone_DoesNoHarm()
    {
        using var folder = new TemporaryFolder();
        using var notifier = Open(("NOTIFY_SOCKET", folder.Combine("nobody-listens")));

        notifier.Ready();
    }

    [Fact]
    public async Task Send_ManagerDoesNotRead_NeverWaits()
    {
        using var folder = new TemporaryFolder();
        using var manager = new NotifySocket(folder.Combine("notify"));
        using var notifier = Open(("NOTIFY_SOCKET", manager.Address));

        await Task.Run(() => Enumerable.Range(0, 5000).ToList().ForEach(number => notifier.Status($"{number}"))).WaitAsync(Patience);

        Assert.Equal("STATUS=0", await manager.ReceiveAsync(Patience));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative/path")]
    public void FromEnvironment_NoUsableSocket_NotifiesNobodyAndHasNoWatchdog(string? socket)
    {
        using var notifier = Open(("NOTIFY_SOCKET", socket), ("WATCHDOG_USEC", "30000000"));

        notifier.Ready();

        Assert.Null(notifier.Watchdog);
    }

    [Theory]
    [InlineData("30000000", null, 30)]
    [InlineData("30000000", "4711", 30)]
    [InlineData("30000000", "4712", null)]
    [InlineData("0", null, null)]
    [InlineData("soon", null, null)]
    [InlineData(null, null, null)]
    public void Watchdog_Variables_OnlyOursCounts(string? microseconds, string? process, int? seconds)
    {
        using var notifier = Open(("NOTIFY_SOCKET", "/run/nobody"), ("WATCHDOG_USEC", microseconds), ("WATCHDOG_PID", process));

        Assert.Equal(seconds is { } value ? TimeSpan.FromSeconds(value) : null, notifier.Watchdog);
    }

    private static ServiceNotifier Open(params (string Name, string? Value)[] variables) => ServiceNotifier.FromEnvironment(
        name => variables.FirstOrDefault(variable => variable.Name == name).Value, processId: 4711);
}
