using System.Globalization;
using System.Text.Json;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Training;
using NasDaemon.Testing;
using NasDaemon.Testing.Events;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.TensorBoard.Tests;

public sealed class TensorBoardReportWriterTests : IDisposable
{
    // 2026-11-22 08:30 UTC, when every trial of the sample begins.
    private const double Begin = 1_795_336_200;

    private readonly TemporaryFolder _folder = new();
    private readonly TensorBoardReportWriter _writer = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Plugin_Registered_BringsTheWriter() =>
        Assert.Equal("tensorboard", Assert.Single(PluginComponents.Of(new TensorBoardReportsPlugin()).Reports).Description.Name);

    [Fact]
    public async Task Write_Report_OneFileATrialUnderTensorBoardsName()
    {
        await WriteAsync(SampleReport.Create());

        var files = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.Path, file));
        Assert.Equal(Enumerable.Range(1, 6).Select(number => $"tensorboard/trial-000{number}/events.out.tfevents.1795336200.nasdaemon"), files.Order());
    }

    [Fact]
    public async Task Write_Report_AnIndependentReaderFindsTheCurves()
    {
        await WriteAsync(SampleReport.Create());

        var read = await ReadEvents.OfAsync(FileOf(2));

        Assert.Equal("brain.Event:2", read.Version);
        Assert.Equal(["seconds", "train_loss", "validation_accuracy", "validation_loss"], read.Scalars.Keys.Order());
        Assert.Equal([[1, 0.5], [2, 0.25], [3, 0.166667]], read.Scalars["train_loss"]);
        Assert.Equal([[1, 0.97], [2, 0.984], [3, 0.9873]], read.Scalars["validation_accuracy"]);
        Assert.Equal([[1, 0.03], [2, 0.016], [3, 0.0127]], read.Scalars["validation_loss"]);
        Assert.Equal([[1, 10], [2, 10], [3, 10]], read.Scalars["seconds"]);
        Assert.Equal([Begin, Begin, Begin + 10, Begin + 20, Begin + 30, Begin + 120], read.Times);
    }

    [Fact]
    public async Task Write_LossesOfSteps_StandAtTheLastStepOfTheirRunsBeforeTheirEpoch()
    {
        var report = SampleReport.Create();
        var epochs = report.Trials[1].Epochs.Select(epoch => epoch with { Steps = new StepLosses(5, 2, [2 / epoch.Epoch, 1, 0.5]) });
        await WriteAsync(report with { Trials = report.Trials.SetItem(1, report.Trials[1] with { Epochs = [.. epochs] }) });

        var read = await ReadEvents.OfAsync(FileOf(2));

        Assert.Equal(
            [[2, 2], [4, 1], [5, 0.5], [7, 1], [9, 1], [10, 0.5], [12, 0], [14, 1], [15, 0.5]],
            read.Scalars["loss/step"]);
        Assert.Equal([1.0, 2, 3], read.Scalars["train_loss"].Select(point => point[0]));
        Assert.Equal([Begin, Begin, Begin + 4, Begin + 8, Begin + 10, Begin + 10], read.Times[..6]);
        Assert.Equal(read.Times.Order(), read.Times);
    }

    [Fact]
    public async Task Write_Report_AnIndependentReaderFindsTheSession()
    {
        await WriteAsync(SampleReport.Create());

        var read = await ReadEvents.OfAsync(FileOf(1));

        Assert.Equal((Begin, 1, Begin + 60), (read.Start, read.Status, read.End));
        Assert.Equal(
            [
                "batch_size 128", "epochs 3", "flops 842112", "kind search", "learning_rate 0.05", "optimizer sgd", "parameters 61706",
                "space/head linear", "space/stem/width 32", "strategy evolution",
            ],
            read.Hparams.Select(pair => $"{pair.Key} {Plain(pair.Value)}").Order(StringComparer.Ordinal));
        Assert.Equal(JsonValueKind.Number, read.Hparams["space/stem/width"].ValueKind);
    }

    [Fact]
    public async Task Write_FinalTraining_HasTheTestResultAtItsLastEpoch()
    {
        await WriteAsync(SampleReport.Create());

        var read = await ReadEvents.OfAsync(FileOf(5));

        Assert.Equal("final", read.Hparams["kind"].GetString());
        Assert.Equal([[3, 0.9887]], read.Scalars["test_accuracy"]);
        Assert.Equal([[3, 0.0351]], read.Scalars["test_loss"]);
        Assert.DoesNotContain("validation_accuracy", read.Scalars.Keys);
    }

    [Fact]
    public async Task Write_FailedTrial_EndsAsAFailureWithoutFigures()
    {
        await WriteAsync(SampleReport.Create());

        var read = await ReadEvents.OfAsync(FileOf(4));

        Assert.Empty(read.Scalars);
        Assert.Equal(2, read.Status);
    }

    [Fact]
    public async Task Write_ResultOfAnEarlierTask_HasItsLastFigures()
    {
        var report = SampleReport.Create();
        await WriteAsync(report with { Trials = [report.Trials[0] with { Epochs = [] }] });

        var read = await ReadEvents.OfAsync(FileOf(1));

        Assert.Equal([[3, 0.981]], read.Scalars["validation_accuracy"]);
        Assert.Equal([[3, 0.0651]], read.Scalars["validation_loss"]);
    }

    [Fact]
    public async Task Write_NetworkOfALanguageModel_NamesModelAndTemperature()
    {
        await WriteAsync(WrittenReport.Create("half a pair: \ud800, é"));

        var read = await ReadEvents.OfAsync(FileOf(2));

        Assert.Equal("half a pair: \ufffd, é", read.Hparams["model"].GetString());
        Assert.Equal(0.8, read.Hparams["temperature"].GetDouble());
        Assert.Equal(1, read.Hparams["supporting"].GetDouble());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(20)]
    [InlineData(300)]
    [InlineData(-1)]
    public async Task Write_AByteSpoiltAfterwards_TheReaderRefusesTheFile(int place)
    {
        await WriteAsync(SampleReport.Create());
        var bytes = await File.ReadAllBytesAsync(FileOf(2));
        bytes[place < 0 ? bytes.Length + place : place] ^= 0x40;
        await File.WriteAllBytesAsync(FileOf(2), bytes);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadEvents.OfAsync(FileOf(2)));

        Assert.Contains("wrong checksum", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_Twice_TheSameBytes()
    {
        await WriteAsync(SampleReport.Create());
        var first = await File.ReadAllBytesAsync(FileOf(2));

        await WriteAsync(SampleReport.Create());

        Assert.Equal(first, await File.ReadAllBytesAsync(FileOf(2)));
    }

    [Fact]
    public async Task Write_NothingTrainedHere_WritesNothing()
    {
        await WriteAsync(SampleReport.Nothing());
        await WriteAsync(SampleReport.Create() with { Table = new TableReport("nas-bench", 0.95, 0.94) });
        await ((IReportWriter)_writer).WriteAsync(SampleExperiment.Create(), _folder.Path, CancellationToken.None);

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private Task WriteAsync(TaskReport report) => _writer.WriteAsync(report, _folder.Path, CancellationToken.None);

    private string FileOf(int trial) => Assert.Single(Directory.GetFiles(_folder.Combine("tensorboard", $"trial-{trial:D4}")));

    private static string Plain(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble().ToString(CultureInfo.InvariantCulture) : value.GetString()!;
}
