using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Tests.Plugins;
using NasDaemon.Reports.Text;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Tasks;

public sealed class ReportedSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dataset: mnist")]
    [InlineData("""
        name: all-keys
        request: "a small network: please"
        dataset: { name: cifar10, classes: [frog, dog], validation: 0.125, subset: 50% }
        search:
          space: { name: cell, stages: 5 }
          strategy: { name: evolution, population: 7, mutation: 1, aging: false, selection: uniform, note: "12" }
        constraints: { max_parameters: 2M, max_flops: 1.5G, max_memory: 512 MiB }
        training:
          epochs: 8
          optimizer: { name: adamw, lr: 3e-4, betas: [0.8, 0.99], eps: 1e-6 }
          schedule: { name: step, warmup_epochs: 0.5, step_epochs: 3, factor: 0.2 }
          gradient_clipping: 5
          precision: bfloat16
          augmentation: { crop: 4, flip: true, normalize: false }
          loss: bce
        budget: { trials: 40, time: 1h30m0.25s, target: 0.95 }
        final: { finalists: 3, epochs: 20 }
        seed: 42
        """)]
    [InlineData("""
        dataset: mnist
        training: { optimizer: { name: adam, lr: 1e-8 }, schedule: { name: constant, warmup_epochs: 1 }, label_smoothing: 0.1 }
        """)]
    [InlineData("""
        dataset: mnist
        training: { optimizer: { name: sgd, momentum: 0 }, schedule: { name: cosine, final: 0.01 } }
        """)]
    public async Task ReadText_SettingsOfAReport_IsTheSameTask(string yaml)
    {
        var task = KnownComponents.Read(yaml).Task!;

        var settings = await SettingsAsync(task);
        var reading = KnownComponents.Read(settings.ToJsonString(), "again.yaml");

        Assert.Empty(reading.Problems);
        // What is remarked on the way belongs to the first text.
        Assert.Equal(task with { Notes = [] }, reading.Task! with { Notes = [] });
    }

    private async Task<JsonNode> SettingsAsync(SearchTask task)
    {
        var machine = new MachineReport("0", "0", "0", "0", 1, null);
        var funnel = new FunnelReport(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ImmutableSortedDictionary<FailureClass, int>.Empty, 0);
        var report = new TaskReport(task.Name, task, string.Empty, null, [], [], [], funnel, machine, string.Empty, DateTimeOffset.UnixEpoch, 0);
        var folders = new DaemonFolders(_folder.Path, _folder.Path, _folder.Path, _folder.Path, _folder.Path);
        var context = new ComponentContext(OptionValues.None, folders, TimeProvider.System, NullLoggerFactory.Instance);
        await RealPlugins.Register(new TextReportsPlugin()).Reports["json"].Create(context).WriteAsync(report, _folder.Path, CancellationToken.None);
        return JsonNode.Parse(await File.ReadAllTextAsync(_folder.Combine("report.json")))!["settings"]!;
    }
}
