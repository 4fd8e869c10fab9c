using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Testing.Networks;

/// <summary>Recipes for small networks.</summary>
public static class Recipes
{
    /// <summary>Four epochs of SGD with every kind of augmentation.</summary>
    public static TrainingSettings Augmented { get; } = new(
        Epochs: 4,
        BatchSize: 32,
        new SgdSettings(LearningRate: 0.05, WeightDecay: 1e-4, Momentum: 0.9, Nesterov: true),
        new ScheduleSettings(ScheduleKind.Cosine, WarmUpEpochs: 1, StepEpochs: 1, StepFactor: 0.5, FinalShare: 0.01),
        LossKind.CrossEntropy,
        LabelSmoothing: 0.1,
        GradientClipNorm: 5,
        Precision.Float32,
        new AugmentationSettings(CropPadding: 1, HorizontalFlip: true, Normalisation: true));
}
