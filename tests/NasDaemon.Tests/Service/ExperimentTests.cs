using NasDaemon.Pipeline.Outbox;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Service;

/// <summary>The real daemon works on experiments.</summary>
public sealed class ExperimentTests
{
    private const int Kills = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static string Yaml => """
        kind: experiment
        name: compare
        datasets: [{ name: mnist, validation: 0.25 }]
        seeds: 2
        control: none
        constraints: { max_parameters: 30000, max_flops: 1M }
        training: { epochs: 1, batch_size: 32, optimizer: { name: adamw, lr: 0.01 } }
        budget: { trials: 2 }
        final: { epochs: 1 }
        search: { strategy: random }
        arms:
          plain:
          slow: { training: { optimizer: { name: adamw, lr: 0.001 } } }
        """;

    [Fact]
    public async Task Experiment_DaemonIsKilledAtRandomMoments_EndsWithTheFiguresOfOneThatWasNot()
    {
        using var quiet = new DaemonHome(workers: 2);
        using var disturbed = new DaemonHome(workers: 2);
        quiet.Drop("compare.yaml", Yaml);
        disturbed.Drop("compare.yaml", Yaml);
        var moments = new Random(3);
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = Trained(disturbed);
            await using var daemon = await DaemonProcess.StartAsync(disturbed);
            await Eventually.TrueAsync(() => Trained(disturbed) > before || IsPublished(disturbed), Patience);
            await Task.Delay(moments.Next(200));
            await daemon.KillAsync();
        }

        var figures = await Task.WhenAll(FiguresAsync(quiet), FiguresAsync(disturbed));

        Assert.Equal(5, figures[0].Count);
        Assert.Equal(figures[0], figures[1]);
        Assert.True(File.Exists(Path.Combine(disturbed.Outbox, "compare", "runs", "slow", "mnist", "1", "best", "model.py")));
        var status = await ProcessRun.NasDaemonAsync(disturbed.Path, "status");
        Assert.Matches("compare +done", status.Output);
        Assert.DoesNotContain("compare/", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_Experiment_TellsHowManyRunsThereAre()
    {
        using var home = new DaemonHome();
        await File.WriteAllTextAsync(home.Combine("compare.yaml"), Yaml);

        var run = await ProcessRun.NasDaemonAsync(home.Path, "validate", "compare.yaml");

        Assert.Contains("valid, experiment compare: 2 arms x 1 data sets x 2 seeds, 4 runs", run.Output, StringComparison.Ordinal);
    }

    private static int Trained(DaemonHome home) => StatusFile.TryRead(Path.Combine(home.Outbox, ".compare"))?.Counts.Finished ?? 0;

    private static bool IsPublished(DaemonHome home) => Directory.Exists(Path.Combine(home.Outbox, "compare"));

    /// <summary>What came of each run: all but the time, and how many results were taken over.</summary>
    private static async Task<IReadOnlyList<string>> FiguresAsync(DaemonHome home)
    {
        await using var daemon = await DaemonProcess.StartAsync(home);
        await Eventually.TrueAsync(() => File.Exists(home.Combine("state", "archive", "compare.yaml")), Patience);
        var rows = await File.ReadAllLinesAsync(Path.Combine(home.Outbox, "compare", "runs.csv"));
        return [.. rows.Select(row => string.Join(',', row.Split(',').Where((_, column) => column is not (8 or 10))))];
    }
}
