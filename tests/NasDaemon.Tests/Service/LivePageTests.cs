using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using NasDaemon.Testing.Browser;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Service;

public sealed partial class LivePageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Run_TaskDroppedThroughTheForm_IsSeenToFinish()
    {
        using var home = new DaemonHome();
        await using var daemon = await DaemonProcess.StartAsync(home);
        await using var page = await SystemBrowser.OpenAsync(await LinkAsync(home));

        await page.FillAsync("#yaml", SmallTask.Yaml("from-the-page", trials: 2, epochs: 2));
        await page.WaitForAsync("() => document.getElementById('verdict').textContent.includes('from-the-page')");
        await page.ClickAsync("#submit");
        await page.WaitForAsync("() => document.getElementById('running').textContent.includes('from-the-page')");
        await page.Page.WaitForFunctionAsync(
            "() => document.querySelector('#ended .name')?.textContent === 'from-the-page'", null, new() { Timeout = (float)Patience.TotalMilliseconds });
        await page.WaitForAsync("() => document.getElementById('files').textContent.includes('report.md')");

        Assert.Equal("done", Assert.Single(await page.TextsAsync("#detail-state")));
        Assert.Equal(3, (await page.TextsAsync("#trials tr")).Count);
        Assert.All(await page.TextsAsync("#trials tr"), row => Assert.Contains("finished", row, StringComparison.Ordinal));
        Assert.Equal("Open the report", (await page.TextsAsync("#files a"))[0]);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Run_CancelledOnThePage_EndsTheTask()
    {
        using var home = new DaemonHome();
        await using var daemon = await DaemonProcess.StartAsync(home);
        await using var page = await SystemBrowser.OpenAsync(await LinkAsync(home));
        home.Drop("long.yaml", SmallTask.Yaml("long", trials: 500, epochs: 20));
        await page.WaitForAsync("() => document.getElementById('running').textContent.includes('long')");

        await page.ClickAsync("#cancel");
        await page.ClickAsync("#cancel");
        await page.WaitForAsync("() => document.getElementById('detail-state').textContent === 'cancelled'");

        Assert.True(Directory.Exists(Path.Combine(home.Outbox, "long")));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Run_PortThatIsTaken_IsOneWarningWithTheRemedyAndTheDaemonWorks()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var home = new DaemonHome();
        var settings = home.Combine("nasdaemon.yaml");
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await File.WriteAllTextAsync(settings, (await File.ReadAllTextAsync(settings)).Replace("port: 0", $"port: {port}", StringComparison.Ordinal));

        await using var daemon = await DaemonProcess.StartAsync(home);
        home.Drop("bad.yaml", "dataset: nothing\n");
        await Eventually.TrueAsync(() => File.Exists(Path.Combine(home.Outbox, "bad", "REJECTED.md")), Patience);
        await daemon.StopAsync();

        var warning = Assert.Single((await daemon.Output).Split('\n'), line => line.Contains(" WRN ", StringComparison.Ordinal) && line.Contains("live page", StringComparison.Ordinal));
        Assert.Contains($"127.0.0.1:{port}: another program listens there. Everything else works. Set another 'live: port'", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await daemon.Output, StringComparison.Ordinal);
    }

    // The token is in no log; the address is.
    private static async Task<string> LinkAsync(DaemonHome home)
    {
        var log = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(home.Combine("state", "logs"))));
        var token = (await File.ReadAllTextAsync(home.Combine("state", "live.token"))).Trim();
        Assert.DoesNotContain(token, log, StringComparison.Ordinal);
        return $"{Address().Match(log).Groups[1].Value}#token={token}";
    }

    [GeneratedRegex(@"The live page is at (http://127\.0\.0\.1:\d+/)")]
    private static partial Regex Address();
}
