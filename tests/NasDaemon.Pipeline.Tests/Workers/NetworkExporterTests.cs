using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Workers;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Pipeline.Tests.Workers;

public sealed class NetworkExporterTests
{
    private static readonly ExportRequest Request =
        new(SmallNetworks.Convolutional(outputs: 3), new ComponentSelection("libtorch", OptionValues.None), Seed: 1, "/absent/model.pt");

    [Fact]
    public async Task ExportAsync_WorkerThatDies_IsACrashWithItsLastWordsEachTime()
    {
        await using var exporter = Exporter("read line; echo 'no such library' >&2; exit 3");

        foreach (var failure in (Failure?[])[await exporter.ExportAsync(Request, CancellationToken.None), await exporter.ExportAsync(Request, CancellationToken.None)])
        {
            Assert.Equal((FailureClass.Crashed, "no such library"), (failure!.Class, failure.Hint));
            Assert.Contains("exit code 3", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ExportAsync_WorkerThatAnswers_IsKeptForTheNext()
    {
        // Gives its own number as the reason, so that two answers tell whether they came from one process.
        await using var exporter = Exporter("""while read line; do echo "{\"kind\":\"exported\",\"Failure\":{\"Class\":\"Engine\",\"Message\":\"$$\"}}"; done""");

        var first = await exporter.ExportAsync(Request, CancellationToken.None);
        var second = await exporter.ExportAsync(Request, CancellationToken.None);

        Assert.Equal(FailureClass.Engine, first!.Class);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task ExportAsync_NoSuchProgram_SaysSo()
    {
        await using var exporter = new NetworkExporter(TestWorkers.Settings(), new WorkerCommandLine("/absent/worker", []), TimeProvider.System);

        var failure = await exporter.ExportAsync(Request, CancellationToken.None);

        Assert.Contains("/absent/worker", failure!.Message, StringComparison.Ordinal);
    }

    private static NetworkExporter Exporter(string script) =>
        new(TestWorkers.Settings(), new WorkerCommandLine("/bin/sh", ["-c", script]), TimeProvider.System);
}
