using System.Text.Json;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Service;

/// <summary>The daemon and its workers are killed without warning, again and again, at moments that nobody chose.</summary>
public sealed class KillTests
{
    private const int SigKill = 9;
    private const int Kills = 20;
    private const int Trials = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Task_DaemonAndWorkersAreKilledAtTwentyRandomMoments_EndsWithOneReportAndNoTrialTrainedTwice()
    {
        using var home = new DaemonHome();
        await using var finished = new FinishedTrials(home, "small");
        var moments = new Random(20);
        var ended = 0;
        home.Drop("small.yaml", SmallTask.Yaml(trials: Trials, epochs: 2));

        for (var kill = 0; kill < Kills; kill += 2)
        {
            await using var daemon = await DaemonProcess.StartAsync(home);
            ended = await NextEndAsync(home, ended, moments);
            KillWorker(daemon);
            ended = await NextEndAsync(home, ended, moments);
            await daemon.KillAsync();
        }

        await using var last = await DaemonProcess.StartAsync(home);
        var results = Path.Combine(home.Outbox, "small");
        await Eventually.TrueAsync(() => Directory.Exists(results), Patience);

        var report = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(results, "report.json"))).RootElement;
        var states = report.GetProperty("trials").EnumerateArray().Select(trial => trial.GetProperty("state").GetString()).ToList();
        Assert.Equal(["small"], Directory.GetFileSystemEntries(home.Outbox).Select(Path.GetFileName));
        Assert.Equal(Trials, states.Count);
        Assert.InRange(states.Count(state => state == "failed"), 0, Kills / 2);
        Assert.True(finished.Results.Count >= Kills / 2, $"Only {finished.Results.Count} results were seen.");
        Assert.All(finished.Results.Values, written => Assert.Single(written));
    }

    // A daemon that is killed three times without an epoch trained sets the task aside, so something is to happen between two kills.
    private static async Task<int> NextEndAsync(DaemonHome home, int ended, Random moments)
    {
        await Eventually.TrueAsync(() => Ended(home) > ended, Patience);
        await Task.Delay(moments.Next(400));
        return Ended(home);
    }

    private static int Ended(DaemonHome home) =>
        StatusFile.TryRead(Path.Combine(home.Outbox, ".small"))?.Counts is { } counts ? counts.Finished + counts.Failed : 0;

    // The worker may have ended by itself in this very moment.
    private static void KillWorker(DaemonProcess daemon)
    {
        if (daemon.Workers() is [var worker, ..])
        {
            Signal.Send(worker, SigKill);
        }
    }
}
