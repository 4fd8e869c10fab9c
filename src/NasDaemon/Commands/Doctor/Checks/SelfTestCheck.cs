using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Commands.Tracing;
using NasDaemon.Commands.Tracing.Sources;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Commands.Doctor.Checks;

/// <summary>Whether a network comes through: read, traced, built by the engine in a worker process, and written as TorchScript.</summary>
internal sealed class SelfTestCheck : IHealthCheck
{
    private const string Area = "self-test";

    private const string Network = """
        import torch.nn as nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(144, 10))

            def forward(self, x):
                return self.layers(x)
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> RunAsync(CommandContext context, CancellationToken cancellation)
    {
        if (context.Components.Catalogue.Engines.Find(context.Settings.Engine) is null)
        {
            return [];
        }

        var traced = new SourceTracer(new TraceOptions([1, 8, 8], 10, null, HyperParameterText.None), context.Components.Time)
            .Trace(new NetworkSource("network.py") { Text = Network });
        var file = Path.Combine(Path.GetTempPath(), $"nasdaemon-doctor-{Path.GetRandomFileName()}.pt");
        await using var exporter = new NetworkExporter(context.Settings.Workers, WorkerExecutable.ForTrials(context.SettingsArguments), context.Components.Time);
        try
        {
            var failure = await exporter.ExportAsync(
                new ExportRequest(traced.Architecture!, new ComponentSelection(context.Settings.Engine, OptionValues.None), 1, file), cancellation);
            return failure is null
                ? [new Finding(Area, FindingState.Good, $"A small network was traced, built by {context.Settings.Engine} in a worker process, and written as TorchScript.")]
                : [new Finding(Area, FindingState.Broken, $"A small network could not be built: {failure.Message}", failure.Hint ?? "./install.sh builds what is missing.")];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
