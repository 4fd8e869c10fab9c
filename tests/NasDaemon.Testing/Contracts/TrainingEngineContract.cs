using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Testing.Contracts;

/// <summary>What every training engine must do. An engine's tests derive from it.</summary>
public abstract class TrainingEngineContract : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Makes the engine.</summary>
    /// <returns>The engine.</returns>
    protected abstract ITrainingEngine CreateEngine();

    [Fact]
    public void TrainBatches_SameSeed_GivesTheSameFigures()
    {
        using var engine = CreateEngine();

        Assert.Equal(Figures(engine, seed: 3), Figures(engine, seed: 3));
    }

    [Fact]
    public void TrainBatches_AnotherSeed_GivesOtherFigures()
    {
        using var engine = CreateEngine();

        Assert.NotEqual(Figures(engine, seed: 3), Figures(engine, seed: 4));
    }

    [Fact]
    public void TrainBatches_AFewEpochs_LearnsTheClasses()
    {
        using var engine = CreateEngine();
        using var session = Open(engine);
        TrainEpochs(session, 4);

        var evaluation = session.Evaluate(SamplePart.Validation, [], CancellationToken.None);

        Assert.Equal(40, evaluation.Samples);
        Assert.True(evaluation.Accuracy > 0.9, $"accuracy {evaluation.Accuracy}");
    }

    [Fact]
    public void TrainBatches_MoreThanAnEpochHas_StopsAtItsEnd()
    {
        using var engine = CreateEngine();
        using var session = Open(engine);
        session.TrainBatches(1, [], CancellationToken.None);

        var metrics = session.TrainBatches(1000, [], CancellationToken.None);

        Assert.Equal(4, session.BatchesPerEpoch);
        Assert.Equal(new BatchMetrics(3, 78, metrics.MeanLoss, EpochEnded: true), metrics);
        Assert.Equal(1, session.EpochsDone);
    }

    [Fact]
    public void TrainBatches_Cancelled_StopsAndGoesOnToTheSameWeights()
    {
        using var engine = CreateEngine();
        using var undisturbed = Open(engine);
        TrainEpochs(undisturbed, 1);
        using var session = Open(engine);
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => session.TrainBatches(4, [], cancellation.Token));
        TrainEpochs(session, 1);

        AssertSameWeights(undisturbed, session);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Restore_InANewSession_GoesOnToTheVeryFigures(int batchesIntoTheEpoch)
    {
        using var engine = CreateEngine();
        using var undisturbed = Open(engine);
        TrainEpochs(undisturbed, 1);
        Advance(undisturbed, batchesIntoTheEpoch);
        var path = _folder.Combine("checkpoint.pt");
        undisturbed.Save(path);
        var expected = TrainEpochs(undisturbed, 2);

        using var resumed = Open(engine);
        resumed.Restore(path);

        Assert.Equal(1, resumed.EpochsDone);
        Assert.Equal(expected, TrainEpochs(resumed, 2));
        AssertSameWeights(undisturbed, resumed);
    }

    [Fact]
    public void Save_OverAnOldFile_LeavesOneWholeFile()
    {
        using var engine = CreateEngine();
        using var session = Open(engine);
        var path = _folder.Combine("checkpoint.pt");
        File.WriteAllText(path, "old");

        session.Save(path);

        session.Restore(path);
        Assert.Equal(["checkpoint.pt", "images.bin"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Restore_BrokenFile_ThrowsEngineException()
    {
        using var engine = CreateEngine();
        using var session = Open(engine);
        var path = _folder.Combine("checkpoint.pt");
        session.Save(path);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^100]);

        Assert.Throws<EngineException>(() => session.Restore(path));
    }

    [Fact]
    public void Evaluate_BetweenBatches_ChangesNothing()
    {
        using var engine = CreateEngine();
        using var undisturbed = Open(engine);
        using var evaluated = Open(engine);
        Advance(undisturbed, 1);
        Advance(evaluated, 1);

        var first = evaluated.Evaluate(SamplePart.Validation, [], CancellationToken.None);
        var second = evaluated.Evaluate(SamplePart.Validation, [], CancellationToken.None);
        evaluated.Evaluate(SamplePart.Test, [], CancellationToken.None);
        evaluated.Evaluate(SamplePart.Train, [], CancellationToken.None);

        Assert.Equal(first, second);
        Assert.Equal(TrainEpochs(undisturbed, 2), TrainEpochs(evaluated, 2));
    }

    [Fact]
    public void SetWeights_OfAnotherSession_GivesItsEvaluation()
    {
        using var engine = CreateEngine();
        using var trained = Open(engine);
        TrainEpochs(trained, 2);
        using var fresh = Open(engine, seed: 99);

        fresh.SetWeights(trained.GetWeights());

        AssertSameWeights(trained, fresh);
        Assert.Equal(
            trained.Evaluate(SamplePart.Validation, [], CancellationToken.None),
            fresh.Evaluate(SamplePart.Validation, [], CancellationToken.None));
    }

    [Fact]
    public void GetWeights_OfAFreshSession_ListsTheStateInOrder()
    {
        using var engine = CreateEngine();
        using var session = Open(engine);

        var weights = session.GetWeights();

        var state = SmallNetworks.Convolutional(SyntheticImages.Classes).State;
        Assert.Equal(state.Select(entry => entry.Name), weights.Select(weight => weight.Name));
        Assert.All(state.Zip(weights), pair => Assert.Equal(pair.First.Shape.AsEnumerable(), pair.Second.Shape));
    }

    [Fact]
    public void SetWeights_UnknownNameOrWrongShape_ThrowsEngineException()
    {
        using var engine = CreateEngine();
        using var session = Open(engine);
        var bias = session.GetWeights().Single(weight => weight.Name == "head.bias");

        Assert.Throws<EngineException>(() => session.SetWeights([bias with { Name = "tail.bias" }]));
        Assert.Throws<EngineException>(() => session.SetWeights([bias with { Shape = [1] }]));
    }

    [Fact]
    public void Scaling_WithoutNormalisation_LeavesSamplesAsTheyAre()
    {
        using var engine = CreateEngine();
        var augmentation = Recipes.Augmented.Augmentation with { Normalisation = false };
        using var session = engine.Open(Setup(seed: 1) with { Training = Recipes.Augmented with { Augmentation = augmentation } });

        Assert.Equal(new InputScaling([0, 0, 0], [1, 1, 1]), session.Scaling);
    }

    [Fact]
    public void Open_BinaryCrossEntropyOnOneOutput_LearnsTheClasses()
    {
        using var engine = CreateEngine();
        var setup = Setup(seed: 1) with
        {
            Architecture = SmallNetworks.Convolutional(outputs: 1),
            Data = SyntheticImages.Write(_folder, classes: 2),
            Training = Recipes.Augmented with { Loss = LossKind.BinaryCrossEntropy },
        };
        using var session = engine.Open(setup);
        TrainEpochs(session, 4);

        Assert.True(session.Evaluate(SamplePart.Validation, [], CancellationToken.None).Accuracy > 0.9);
    }

    [Fact]
    public void Evaluate_WithAnExtraInput_HandsItToForward()
    {
        using var engine = CreateEngine();
        var setup = Setup(seed: 1);
        using var session = engine.Open(setup with { Architecture = SmallNetworks.WithExtraInput(SyntheticImages.Classes) });
        var labels = setup.Data.Dataset.Test.Labels;

        session.TrainBatches(1, [Towards(0)], CancellationToken.None);

        for (var number = 0; number < SyntheticImages.Classes; number++)
        {
            var evaluation = session.Evaluate(SamplePart.Test, [Towards(number)], CancellationToken.None);
            Assert.Equal((double)labels.Count(label => label == number) / labels.Length, evaluation.Accuracy, 12);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Export_ANetwork_IsAFileThatAppearsWhole()
    {
        using var engine = CreateEngine();
        var path = _folder.Combine("first.pt");

        engine.Export(Setup(seed: 1).Architecture, seed: 1, path);

        Assert.Equal([path], Directory.GetFiles(_folder.Path, "first*"));
        Assert.True(new FileInfo(path).Length > 0);
    }

    [Fact]
    public void Export_AFolderThatIsNotThere_IsAnEngineException()
    {
        using var engine = CreateEngine();

        Assert.Throws<EngineException>(() => engine.Export(Setup(seed: 1).Architecture, seed: 1, _folder.Combine("absent", "first.pt")));
    }

    private static NamedTensor Towards(int number)
    {
        var values = new float[SyntheticImages.Classes];
        values[number] = 1000;
        return new NamedTensor("bias", [values.Length], ElementType.Float32, MemoryMarshal.AsBytes<float>(values).ToArray());
    }

    private static void Advance(ITrainingSession session, int batches)
    {
        if (batches > 0)
        {
            session.TrainBatches(batches, [], CancellationToken.None);
        }
    }

    private static List<BatchMetrics> TrainEpochs(ITrainingSession session, int until)
    {
        var figures = new List<BatchMetrics>();
        while (session.EpochsDone < until)
        {
            figures.Add(session.TrainBatches(1, [], CancellationToken.None));
        }

        return figures;
    }

    private static void AssertSameWeights(ITrainingSession expected, ITrainingSession actual) => Assert.All(
        expected.GetWeights().Zip(actual.GetWeights()),
        pair => Assert.True(pair.First.Data.Span.SequenceEqual(pair.Second.Data.Span), pair.First.Name));

    private List<BatchMetrics> Figures(ITrainingEngine engine, long seed)
    {
        using var session = Open(engine, seed);
        return TrainEpochs(session, 2);
    }

    private ITrainingSession Open(ITrainingEngine engine, long seed = 1) => engine.Open(Setup(seed));

    private SessionSetup Setup(long seed) => new(
        SmallNetworks.Convolutional(SyntheticImages.Classes),
        Recipes.Augmented,
        SyntheticImages.Write(_folder),
        seed);
}
