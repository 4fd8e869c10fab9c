using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>How the study's networks would be trained; none is.</summary>
internal static class StudyTraining
{
    /// <summary>The settings.</summary>
    public static TrainingSettings Settings { get; } = new(
        1,
        64,
        new AdamSettings(0.001, 0, 0.9, 0.999, 1e-8),
        new ScheduleSettings(ScheduleKind.Constant, 0, 1, 1, 0),
        LossKind.CrossEntropy,
        0,
        null,
        Precision.Float32,
        new AugmentationSettings(0, false, true));
}
