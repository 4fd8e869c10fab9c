using System.Text.Json;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Service;

/// <summary>The promise, on the real MNIST.</summary>
public sealed class MnistTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [MnistFact]
    public async Task Task_OnMnist_PyTorchMeasuresTheReportedAccuracyInAllThreeForms()
    {
        using var home = new DaemonHome(workers: 2);
        Directory.Delete(home.Combine("data"), recursive: true);
        Directory.CreateDirectory(home.Combine("data"));
        Directory.CreateSymbolicLink(home.Combine("data", "mnist"), MnistFactAttribute.Folder);
        await using var daemon = await DaemonProcess.StartAsync(home);

        home.Drop("mnist.yaml", """
            name: mnist
            dataset: { name: mnist, validation: 5000/60000, subset: 0.5 }
            search: { space: chain, strategy: evolution }
            constraints: { max_flops: 2M }
            training: { epochs: 1, batch_size: 128, optimizer: { name: adamw, lr: 0.003 } }
            budget: { trials: 2 }
            final: { finalists: 1, epochs: 1 }
            """);
        var results = Path.Combine(home.Outbox, "mnist");
        await Eventually.TrueAsync(() => Directory.Exists(results), Patience);

        var report = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(results, "report.json"))).RootElement;
        Assert.True(report.GetProperty("best").GetProperty("test_accuracy").GetDouble() > 0.9);
        await Winner.AssertPyTorchAgreesAsync(results, MnistFactAttribute.Folder);
    }
}
