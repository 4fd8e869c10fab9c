namespace NasDaemon.Abstractions.Training;

/// <summary>What a few training batches brought.</summary>
/// <param name="Batches">How many were trained.</param>
/// <param name="Samples">How many samples they had.</param>
/// <param name="MeanLoss">Mean loss over those samples; not finite where training diverged.</param>
/// <param name="EpochEnded">Whether the last batch was the last of its epoch.</param>
public sealed record BatchMetrics(int Batches, int Samples, double MeanLoss, bool EpochEnded);

/// <summary>The result of an evaluation.</summary>
/// <param name="Accuracy">Share of samples classified rightly; 0 to 1.</param>
/// <param name="Loss">Mean loss.</param>
/// <param name="Samples">How many samples.</param>
public sealed record Evaluation(double Accuracy, double Loss, int Samples);

/// <summary>The figures of one epoch of a trial.</summary>
/// <param name="Epoch">Which epoch, from 1.</param>
/// <param name="TrainLoss">Mean loss over the epoch's training samples.</param>
/// <param name="Validation">The evaluation after it; null in final trainings.</param>
/// <param name="Seconds">How long training and evaluation took.</param>
public sealed record EpochMetrics(int Epoch, double TrainLoss, Evaluation? Validation, double Seconds)
{
    /// <summary>The losses within the epoch; null where they were not kept, or nothing was trained.</summary>
    public StepLosses? Steps { get; init; }
}
