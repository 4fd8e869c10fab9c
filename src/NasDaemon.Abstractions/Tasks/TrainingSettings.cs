using System.Text.Json.Serialization;

namespace NasDaemon.Abstractions.Tasks;

/// <summary>How a network is trained.</summary>
/// <param name="Epochs">Passes over the training samples; 1 to 10,000.</param>
/// <param name="BatchSize">Samples a step; 1 to 65,536.</param>
/// <param name="Optimizer">The optimizer with its parameters.</param>
/// <param name="Schedule">How the learning rate changes.</param>
/// <param name="Loss">What is minimised.</param>
/// <param name="LabelSmoothing">Share of the target spread over all classes; 0 to below 1.</param>
/// <param name="GradientClipNorm">Largest norm of the gradient; null does not clip.</param>
/// <param name="Precision">The arithmetic.</param>
/// <param name="Augmentation">How samples are changed on their way in.</param>
public sealed record TrainingSettings(
    int Epochs,
    int BatchSize,
    OptimizerSettings Optimizer,
    ScheduleSettings Schedule,
    LossKind Loss,
    double LabelSmoothing,
    double? GradientClipNorm,
    Precision Precision,
    AugmentationSettings Augmentation);

/// <summary>An optimizer with its parameters, named as PyTorch names them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SgdSettings), "sgd")]
[JsonDerivedType(typeof(AdamSettings), "adam")]
[JsonDerivedType(typeof(AdamWSettings), "adamw")]
public abstract record OptimizerSettings(double LearningRate, double WeightDecay);

/// <summary>Stochastic gradient descent.</summary>
/// <param name="LearningRate">Above 0.</param>
/// <param name="WeightDecay">At least 0; added to the gradient.</param>
/// <param name="Momentum">0 to below 1.</param>
/// <param name="Nesterov">Whether Nesterov's form is used; needs momentum.</param>
public sealed record SgdSettings(double LearningRate, double WeightDecay, double Momentum, bool Nesterov)
    : OptimizerSettings(LearningRate, WeightDecay);

/// <summary>Adam.</summary>
/// <param name="LearningRate">Above 0.</param>
/// <param name="WeightDecay">At least 0; added to the gradient.</param>
/// <param name="Beta1">0 to below 1.</param>
/// <param name="Beta2">0 to below 1.</param>
/// <param name="Epsilon">Above 0.</param>
public sealed record AdamSettings(double LearningRate, double WeightDecay, double Beta1, double Beta2, double Epsilon)
    : OptimizerSettings(LearningRate, WeightDecay);

/// <summary>Adam with decoupled weight decay.</summary>
/// <param name="LearningRate">Above 0.</param>
/// <param name="WeightDecay">At least 0; applied to the weights themselves.</param>
/// <param name="Beta1">0 to below 1.</param>
/// <param name="Beta2">0 to below 1.</param>
/// <param name="Epsilon">Above 0.</param>
public sealed record AdamWSettings(double LearningRate, double WeightDecay, double Beta1, double Beta2, double Epsilon)
    : OptimizerSettings(LearningRate, WeightDecay);

/// <summary>How the learning rate changes, step by step, after a linear warm-up.</summary>
/// <param name="Kind">The form.</param>
/// <param name="WarmUpEpochs">Epochs of linear growth from 0 to the full rate; at least 0, fractions allowed.</param>
/// <param name="StepEpochs">For <see cref="ScheduleKind.Step"/>: epochs between two steps.</param>
/// <param name="StepFactor">For <see cref="ScheduleKind.Step"/>: the factor of each step.</param>
/// <param name="FinalShare">For <see cref="ScheduleKind.Cosine"/>: the share of the rate that remains at the end; 0 to 1.</param>
public sealed record ScheduleSettings(ScheduleKind Kind, double WarmUpEpochs, int StepEpochs, double StepFactor, double FinalShare);

/// <summary>How samples are changed on their way in; only training batches are cropped and flipped.</summary>
/// <param name="CropPadding">Random crop after padding by this many zeros a side; 0 does not crop.</param>
/// <param name="HorizontalFlip">Whether half of the samples are mirrored.</param>
/// <param name="Normalisation">Whether each channel is brought to mean 0 and deviation 1 by the training samples' own figures.</param>
public sealed record AugmentationSettings(int CropPadding, bool HorizontalFlip, bool Normalisation);

/// <summary>The form of a learning-rate schedule.</summary>
public enum ScheduleKind
{
    /// <summary>The same rate throughout.</summary>
    Constant,

    /// <summary>Multiplied by a factor every few epochs.</summary>
    Step,

    /// <summary>Half a cosine from the full rate to the final share.</summary>
    Cosine,
}

/// <summary>What is minimised.</summary>
public enum LossKind
{
    /// <summary>Softmax cross-entropy over the classes.</summary>
    CrossEntropy,

    /// <summary>Binary cross-entropy on one output.</summary>
    BinaryCrossEntropy,
}

/// <summary>The arithmetic of training.</summary>
public enum Precision
{
    /// <summary>32-bit floating point throughout.</summary>
    Float32,

    /// <summary>Convolutions and matrix products in bfloat16 where the processor and the library have it; weights stay float32.</summary>
    BFloat16,
}
