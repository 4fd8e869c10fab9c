using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.LibTorch;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Pipeline.Weights;
using NasDaemon.Pipeline.Workers.Serving;
using NasDaemon.Testing;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Pipeline.Tests.Workers.Serving;

/// <summary>The worker's side of a trial with the real engine and a real data set.</summary>
public sealed class WorkerLoopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WorkerLoop _loop;

    public WorkerLoopTests() => _loop = Loop();

    public void Dispose()
    {
        _loop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_SearchTrial_ReportsEveryEpochOnTheHeldOutSamples()
    {
        await using var worker = new Conversation(_loop);

        var result = await worker.RunAsync(Request(1));

        Assert.Equal((TrialEnd.Finished, 4, null), (result.End, result.Epochs, result.Test));
        Assert.Equal([1, 2, 3, 4], worker.Epochs.Select(epoch => epoch.Epoch));
        Assert.All(worker.Epochs, epoch => Assert.Equal(30, epoch.Validation?.Samples));
        Assert.True(result.Last?.Validation?.Accuracy > 0.5, $"accuracy {result.Last?.Validation?.Accuracy}");
        Assert.Equal(worker.Epochs, Folder(1).ReadResult()?.Epochs);
        Assert.False(File.Exists(Folder(1).Checkpoint));
    }

    [Fact]
    public async Task Run_PausedAfterEveryEpochAndResumedInNewWorkers_GivesTheVeryFiguresOfAnUndisturbedTrial()
    {
        var undisturbed = await FiguresAsync(_loop, Request(1));
        var figures = new List<string>();
        for (var known = 0; known < 4; known++)
        {
            using var loop = Loop();
            figures.AddRange(await FiguresAsync(loop, Request(2) with { EpochsKnown = known }, EpochDecision.Pause));
        }

        Assert.Equal(undisturbed, figures);
    }

    [Fact]
    public async Task Run_DaemonDiedBeforeItNotedAnEpoch_ReportsItAgainFromTheCheckpoint()
    {
        var undisturbed = await FiguresAsync(_loop, Request(1));
        await FiguresAsync(_loop, Request(2), EpochDecision.Continue, EpochDecision.Stop);
        var checkpoint = File.GetLastWriteTimeUtc(Folder(2).Checkpoint);
        await using var worker = new Conversation(_loop);

        var result = await worker.RunAsync(Request(2) with { EpochsKnown = 1 }, EpochDecision.Stop);

        Assert.Equal(undisturbed[1], Figures(Assert.Single(worker.Epochs)));
        Assert.Equal((TrialEnd.Stopped, 2), (result.End, result.Epochs));
        Assert.Equal(checkpoint, File.GetLastWriteTimeUtc(Folder(2).Checkpoint));
    }

    [Fact]
    public async Task Run_DamagedCheckpoint_BeginsAgainAndReportsOnlyWhatIsNew()
    {
        var undisturbed = await FiguresAsync(_loop, Request(1));
        await FiguresAsync(_loop, Request(2), EpochDecision.Continue, EpochDecision.Pause);
        File.WriteAllText(Folder(2).Checkpoint, "damaged");

        var figures = await FiguresAsync(_loop, Request(2) with { EpochsKnown = 2 });

        Assert.Equal(undisturbed[2..], figures);
    }

    [Fact]
    public async Task Run_FinalTrial_TestsOnceAndExportsTheNetwork()
    {
        await using var worker = new Conversation(_loop);

        var result = await worker.RunAsync(Request(1) with { Kind = TrialKind.Final });

        Assert.Equal((TrialEnd.Finished, 40), (result.End, result.Test?.Samples));
        Assert.All(worker.Epochs, epoch => Assert.Null(epoch.Validation));
        Assert.True(File.Exists(Folder(1).Model));
        Assert.Equal(
            SmallNetworks.Convolutional(3).State.Where(entry => entry.IsPersistent).Select(entry => entry.Name).Order(),
            SafetensorsFile.Read(Folder(1).Weights).Content!.Tensors.Select(tensor => tensor.Name).Order());
    }

    [Fact]
    public async Task Run_WeightsOfAnotherNetwork_StartsFromThem()
    {
        await using var worker = new Conversation(_loop);
        await worker.RunAsync(Request(1) with { Kind = TrialKind.Final });
        var afresh = await worker.RunAsync(Request(2) with { MaximumEpochs = 1 });

        var inherited = await worker.RunAsync(Request(3) with { MaximumEpochs = 1, InitialWeights = Folder(1).Weights });

        Assert.True(inherited.Last?.TrainLoss < afresh.Last?.TrainLoss, $"{inherited.Last?.TrainLoss} against {afresh.Last?.TrainLoss}");
    }

    [Fact]
    public async Task Run_LossThatIsNotFinite_FailsAsDivergedAndTheWorkerGoesOn()
    {
        await using var worker = new Conversation(_loop);
        var training = Recipes.Augmented with { Optimizer = new SgdSettings(1e30, 0, 0, false), GradientClipNorm = null };

        var result = await worker.RunAsync(Request(1) with { Training = training });

        Assert.Equal((TrialEnd.Failed, FailureClass.Diverged), (result.End, result.Failure?.Class));
        Assert.Equal(TrialEnd.Finished, (await worker.RunAsync(Request(2))).End);
    }

    [Fact]
    public async Task Run_UnknownDataset_IsUnavailableWithTheReason()
    {
        await using var worker = new Conversation(_loop);

        var result = await worker.RunAsync(Request(1) with { Dataset = new DatasetSelection("nowhere", [], 0.1, 1) });

        Assert.Equal(new Failure(FailureClass.Unavailable, "No plugin provides the data set nowhere."), result.Failure);
    }

    [Fact]
    public async Task Run_EngineCannotBeMade_IsUnavailableWithTheReason()
    {
        using var loop = Loop(_ => throw new EngineException("The native library is not there."));
        await using var worker = new Conversation(loop);

        var result = await worker.RunAsync(Request(1));

        Assert.Equal(new Failure(FailureClass.Unavailable, "The native library is not there."), result.Failure);
    }

    [Fact]
    public async Task Run_InputEnds_IsToldAtOnce()
    {
        var ended = new TaskCompletionSource();

        await _loop.RunAsync(TextReader.Null, TextWriter.Null, ended.SetResult);

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task<List<string>> FiguresAsync(WorkerLoop loop, TrialRequest request, params EpochDecision[] answers)
    {
        await using var worker = new Conversation(loop);
        await worker.RunAsync(request, answers);
        return [.. worker.Epochs.Select(Figures)];
    }

    private static string Figures(EpochMetrics epoch) => $"{epoch.Epoch}: {epoch.TrainLoss:R} {epoch.Validation}";

    private TrialFolder Folder(int trial) => new(_folder.Combine("trials", $"{trial}"));

    private TrialRequest Request(int trial) => new(
        new TrialKey("task", trial),
        TrialKind.Search,
        SmallNetworks.Convolutional(3),
        new DatasetSelection("synthetic", [], 0.2, 1),
        Recipes.Augmented,
        1,
        new ComponentSelection("libtorch", OptionValues.None),
        7,
        4,
        Folder(trial).Path);

    private WorkerLoop Loop(Func<ComponentSelection, ITrainingEngine>? createEngine = null)
    {
        var registry = new PluginRegistry("test", ComponentCatalogue.Empty);
        new LibTorchPlugin().Register(registry);
        var engine = registry.Components.Engines["libtorch"];
        var folders = new DaemonFolders(_folder.Path, _folder.Path, _folder.Path, _folder.Path, _folder.Path);
        var context = new ComponentContext(DefaultOptions.Of(engine.Description), folders, TimeProvider.System, NullLoggerFactory.Instance);
        return new WorkerLoop([new SyntheticProvider(SyntheticImages.Write(_folder).Dataset)], createEngine ?? (_ => engine.Create(context)), TimeProvider.System);
    }
}
