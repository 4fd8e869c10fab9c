using NasDaemon.Abstractions.Tasks;
using NasDaemon.Testing.Networks;

namespace NasDaemon.Engines.LibTorch.Tests.Training;

[Collection(NativeHandles.Collection)]
public sealed class TrainingAgainstPyTorchTests
{
    private const double Tolerance = 1e-5;

    private static readonly LibTorchOptions Options = new("cpu", ForceBFloat16: false);

    // Without augmentation, so that PyTorch can be given the same batches.
    private static readonly TrainingSettings Plain = Recipes.Augmented with
    {
        Epochs = 2,
        Augmentation = new AugmentationSettings(CropPadding: 0, HorizontalFlip: false, Normalisation: true),
        GradientClipNorm = null,
        LabelSmoothing = 0,
        Schedule = new ScheduleSettings(ScheduleKind.Constant, WarmUpEpochs: 0, StepEpochs: 1, StepFactor: 1, FinalShare: 1),
    };

    public static TheoryData<string> Cases => [.. Recipe.Keys];

    private static Dictionary<string, TrainingSettings> Recipe { get; } = new()
    {
        ["sgd"] = Plain with { Optimizer = new SgdSettings(0.05, 0, 0, false) },
        ["sgd with momentum and weight decay"] = Plain with { Optimizer = new SgdSettings(0.05, 0.01, 0.9, false) },
        ["sgd, nesterov"] = Plain with { Optimizer = new SgdSettings(0.05, 0.01, 0.9, true) },
        // A large epsilon: the bias before batch normalisation has a gradient of rounding errors only, which Adam would blow up.
        ["adam"] = Plain with { Optimizer = new AdamSettings(0.01, 0.01, 0.9, 0.99, 1e-2) },
        ["adamw"] = Plain with { Optimizer = new AdamWSettings(0.01, 0.1, 0.8, 0.95, 1e-2) },
        ["step schedule"] = Plain with { Epochs = 3, Schedule = new(ScheduleKind.Step, 0, 1, 0.3, 1) },
        ["cosine with warm-up"] = Plain with { Epochs = 3, Schedule = new(ScheduleKind.Cosine, 1.5, 1, 1, 0.05) },
        ["clipped"] = Plain with { GradientClipNorm = 0.5 },
        ["label smoothing"] = Plain with { LabelSmoothing = 0.2 },
        ["binary"] = Plain with { Loss = LossKind.BinaryCrossEntropy, LabelSmoothing = 0.1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task TrainBatches_FromTheSameWeightsAndBatches_FollowsPyTorch(string name)
    {
        var comparison = await TrainingCase.CompareAsync(Recipe[name], Options);

        AssertClose(comparison);
    }

    [Theory]
    [InlineData("sgd, nesterov")]
    [InlineData("adam")]
    [InlineData("adamw")]
    public async Task TrainBatches_WithTheUpdateOfAccelerators_FollowsPyTorch(string name)
    {
        var comparison = await TrainingCase.CompareAsync(Recipe[name] with { GradientClipNorm = 1 }, Options with { ComposedUpdate = true });

        AssertClose(comparison);
    }

    private static void AssertClose(TrainingComparison comparison)
    {
        Assert.True(comparison.Losses < Tolerance, $"{comparison}");
        Assert.True(comparison.Weights < Tolerance, $"{comparison}");
        Assert.True(comparison.Outputs < Tolerance * 10, $"{comparison}");
        Assert.True(comparison.InEvalMode);
    }
}
