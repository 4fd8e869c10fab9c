using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>The study's task: CIFAR-10 with at most 2,000,000 parameters. Nothing is trained.</summary>
internal static class StudyTask
{
    private const long MaximumParameters = 2_000_000;

    private static readonly TrainingSettings Training = new(
        2,
        64,
        new AdamSettings(0.001, 0, 0.9, 0.999, 1e-8),
        new ScheduleSettings(ScheduleKind.Constant, 0, 1, 1, 0),
        LossKind.CrossEntropy,
        0,
        null,
        Precision.Float32,
        new AugmentationSettings(0, false, true));

    /// <summary>What its networks read and return.</summary>
    public static NetworkShape Shape { get; } = new([3, 32, 32], 10);

    /// <summary>The task.</summary>
    public static SearchTask Task { get; } = new(
        "study",
        string.Empty,
        new DatasetSelection("cifar10", ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"], 0.1, 1),
        new ComponentSelection("chain", OptionValues.None),
        new ComponentSelection("few-shot", OptionValues.None),
        new ComponentSelection("full", OptionValues.None),
        new ComponentSelection("libtorch", OptionValues.None),
        new Constraints(MaximumParameters, null, null),
        Training,
        new Budget(20, null, null),
        new FinalSettings(1, 1),
        1);
}
