using System.Text.Json;
using NasDaemon.Testing.Events;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Service;

/// <summary>Small real tasks through the real daemon, its real workers and the real engine.</summary>
public sealed class SearchTests
{
    private const int SigKill = 9;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Task_FromInboxToOutbox_TheWinnerLoadsInPyTorchInAllThreeForms()
    {
        using var home = new DaemonHome();
        await using var daemon = await DaemonProcess.StartAsync(home);

        home.Drop("small.yaml", SmallTask.Yaml());
        var report = await ReportAsync(home, "small");

        Assert.Empty(Directory.GetDirectories(home.Outbox, ".*"));
        // The report appears first; the task's file is put away after it.
        await Eventually.TrueAsync(() => File.Exists(home.Combine("state", "archive", "small.yaml")), Patience);
        Assert.Equal(4, report.GetProperty("trials").GetArrayLength());
        await AssertLossesOfStepsAsync(home.Combine("outbox", "small", "tensorboard", "trial-0001"));
        await Winner.AssertPyTorchAgreesAsync(home.Combine("outbox", "small"), home.Combine("data", "mnist"));
        Assert.Equal(0, await daemon.StopAsync());
    }

    [Fact]
    public async Task Task_ItsWorkerIsKilled_EndsWithItsReportAllTheSame()
    {
        using var home = new DaemonHome();
        await using var daemon = await DaemonProcess.StartAsync(home);

        home.Drop("small.yaml", SmallTask.Yaml(trials: 3, epochs: 4));
        await Eventually.TrueAsync(() => daemon.Workers().Count > 0, Patience);
        Signal.Send(daemon.Workers()[0], SigKill);
        var report = await ReportAsync(home, "small");

        Assert.Equal(JsonValueKind.Object, report.GetProperty("best").ValueKind);
    }

    [Fact]
    public async Task Task_TheDaemonIsKilledAgainAndAgain_EndsWithOneReportAndTheFiguresOfAnUndisturbedRun()
    {
        using var disturbed = new DaemonHome();
        using var undisturbed = new DaemonHome();
        var yaml = SmallTask.Yaml(trials: 3, epochs: 3);

        disturbed.Drop("small.yaml", yaml);
        foreach (var milliseconds in (int[])[700, 2500])
        {
            await using var killed = await DaemonProcess.StartAsync(disturbed);
            await Task.Delay(milliseconds);
            await killed.KillAsync();
        }

        await using var last = await DaemonProcess.StartAsync(disturbed);
        var report = await ReportAsync(disturbed, "small");
        await using var calm = await DaemonProcess.StartAsync(undisturbed);
        undisturbed.Drop("small.yaml", yaml);
        var expected = await ReportAsync(undisturbed, "small");

        Assert.Equal(["small"], Directory.GetDirectories(disturbed.Outbox).Select(Path.GetFileName));
        Assert.Equal(Figures(expected), Figures(report));
    }

    [Fact]
    public async Task Task_TheDaemonIsStopped_TheNextOneGoesOn()
    {
        using var home = new DaemonHome();
        home.Drop("small.yaml", SmallTask.Yaml(trials: 3, epochs: 3));
        await using (var first = await DaemonProcess.StartAsync(home))
        {
            await Eventually.TrueAsync(() => first.Workers().Count > 0, Patience);
            Assert.Equal(0, await first.StopAsync());
        }

        await using var second = await DaemonProcess.StartAsync(home);
        var report = await ReportAsync(home, "small");

        Assert.Equal(3, report.GetProperty("trials").GetArrayLength());
    }

    [Fact]
    public async Task Cancel_RunningTask_EndsSoonAndTheNextOneBegins()
    {
        using var home = new DaemonHome();
        await using var daemon = await DaemonProcess.StartAsync(home);

        home.Drop("1-long.yaml", SmallTask.Yaml("long", trials: 500, epochs: 50));
        home.Drop("2-short.yaml", SmallTask.Yaml("short", trials: 1, epochs: 1));
        await Eventually.TrueAsync(() => daemon.Workers().Count > 0, Patience);
        Assert.Equal(0, (await ProcessRun.NasDaemonAsync(home.Path, "cancel", "long")).ExitCode);
        await ReportAsync(home, "short");
        var status = await ProcessRun.NasDaemonAsync(home.Path, "status");

        Assert.Matches("long +cancelled", status.Output);
        Assert.Matches("short +done", status.Output);
    }

    private static async Task AssertLossesOfStepsAsync(string folder)
    {
        var read = await ReadEvents.OfAsync(Assert.Single(Directory.GetFiles(folder, "events.out.tfevents.*")));

        var (steps, epochs) = (read.Scalars["loss/step"], read.Scalars["train_loss"]);
        Assert.Equal(2, epochs.Length);
        Assert.Equal(Enumerable.Range(1, 20).Select(step => (double)step), steps.Select(point => point[0]));
        // Nine batches of 32 and one of 12: so weighted, the steps are the epoch's loss to their four digits.
        Assert.Equal(epochs[0][1], ((32 * steps.Take(9).Sum(point => point[1])) + (12 * steps[9][1])) / 300, 0.001);
        Assert.True(steps[^1][1] < steps[0][1], $"{steps[0][1]} fell to {steps[^1][1]}");
    }

    private static async Task<JsonElement> ReportAsync(DaemonHome home, string task)
    {
        var folder = Path.Combine(home.Outbox, task);
        await Eventually.TrueAsync(() => Directory.Exists(folder), Patience);
        return JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "report.json"))).RootElement;
    }

    private static string Figures(JsonElement report) => string.Join('\n', report.GetProperty("trials").EnumerateArray()
        .Select(trial => $"{trial.GetProperty("number")} {trial.GetProperty("validation_accuracy")} {trial.GetProperty("parameters")}")
        .Append($"{report.GetProperty("best").GetProperty("test_accuracy")}"));
}
