using NasDaemon.Notifications;
using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Notifications;

public sealed class WatchdogServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NotifySocket _manager;
    private readonly ServiceNotifier _notifier;
    private readonly Heartbeat _heartbeat = new(TimeProvider.System);
    private readonly ManualClock _clock = new();
    private readonly WaitingLogger<WatchdogService> _logger = new();
    private readonly WatchdogService _service;

    public WatchdogServiceTests()
    {
        _manager = new NotifySocket(_folder.Combine("notify"));
        _notifier = ServiceNotifier.FromEnvironment(Variable, Environment.ProcessId);
        _service = new WatchdogService(_notifier, _heartbeat, _clock, _logger);
    }

    [Fact]
    public async Task Tick_LoopMadeAPass_SaysAlive()
    {
        await _service.StartAsync(CancellationToken.None);

        _heartbeat.Beat();
        await _clock.TickAsync();

        Assert.Equal("WATCHDOG=1", await _manager.ReceiveAsync(TimeSpan.FromSeconds(20)));
        await _service.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Tick_LoopStandsStill_SaysNothingToTheManagerAndWarns()
    {
        await _service.StartAsync(CancellationToken.None);

        await _clock.TickAsync();

        Assert.StartsWith("The main loop has made no pass", await _logger.NextAsync(), StringComparison.Ordinal);
        Assert.False(_manager.HasMessage);
        await _service.StopAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        _service.Dispose();
        _notifier.Dispose();
        _manager.Dispose();
        _folder.Dispose();
    }

    private string? Variable(string name) => name switch
    {
        "NOTIFY_SOCKET" => _manager.Address,
        "WATCHDOG_USEC" => "60000000",
        _ => null,
    };
}
