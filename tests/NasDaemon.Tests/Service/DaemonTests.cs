using System.Diagnostics;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Service;

public sealed class DaemonTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Run_BadTask_IsAnsweredWithinTwoSecondsAndTheDaemonGoesOn()
    {
        using var home = new DaemonHome();
        await using var daemon = await DaemonProcess.StartAsync(home);

        for (var round = 1; round <= 2; round++)
        {
            var folder = Path.Combine(home.Outbox, $"bad-{round}");
            var dropped = Stopwatch.GetTimestamp();
            home.Drop($"bad-{round}.yaml", "dataset: { name: mnits }\n");
            await Eventually.TrueAsync(() => File.Exists(Path.Combine(folder, "REJECTED.md")), Patience);

            Assert.True(Stopwatch.GetElapsedTime(dropped) < TimeSpan.FromSeconds(2), $"It took {Stopwatch.GetElapsedTime(dropped)}.");
            Assert.Contains("Did you mean 'mnist'?", await File.ReadAllTextAsync(Path.Combine(folder, "REJECTED.md")), StringComparison.Ordinal);
            Assert.Equal("dataset: { name: mnits }\n", await File.ReadAllTextAsync(Path.Combine(folder, $"bad-{round}.yaml")));
        }
    }

    [Fact]
    public async Task Run_UnderAServiceManager_SaysReadyAliveAndStopping()
    {
        using var home = new DaemonHome();
        await using var daemon = await DaemonProcess.StartAsync(home, ("WATCHDOG_USEC", "4000000"));

        await daemon.Manager.WaitForAsync("WATCHDOG=1", Patience);
        await daemon.Manager.WaitForAsync("WATCHDOG=1", Patience);
        var code = await daemon.StopAsync();
        await daemon.Manager.WaitForAsync("STOPPING=1", Patience);

        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Run_UnderSystemd_WritesPrioritiesToTheConsoleAndPlainLinesToTheFile()
    {
        using var home = new DaemonHome();
        await using var daemon = await DaemonProcess.StartAsync(home, ("INVOCATION_ID", "0123"), ("JOURNAL_STREAM", "8:4711"));

        await daemon.StopAsync();

        Assert.Contains("<6>NasDaemon.Service.LifecycleService: Started.", await daemon.Output, StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(home.Combine("state", "logs")));
        Assert.Contains(" INF NasDaemon.Service.LifecycleService: Started.", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SecondDaemonOnTheSameState_IsTurnedAwayWithItsOwnCode()
    {
        using var home = new DaemonHome();
        await using var daemon = await DaemonProcess.StartAsync(home);

        var second = await ProcessRun.NasDaemonAsync(home.Path, "run");

        Assert.Equal(5, second.ExitCode);
        Assert.Contains($"process {daemon.Id}", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DataSetIsAbsent_TheTaskIsSetAsideWithTheRemedyAndTheDaemonGoesOn()
    {
        using var home = new DaemonHome();
        await using var daemon = await DaemonProcess.StartAsync(home);

        home.Drop("absent.yaml", SmallTask.Yaml("absent").Replace("mnist", "cifar10", StringComparison.Ordinal));
        var file = Path.Combine(home.Outbox, "absent", "FAILED.md");
        await Eventually.TrueAsync(() => File.Exists(file), Patience);

        Assert.Contains("nasdaemon data get cifar10", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(0, await daemon.StopAsync());
    }
}
