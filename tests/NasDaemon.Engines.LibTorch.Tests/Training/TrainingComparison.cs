namespace NasDaemon.Engines.LibTorch.Tests.Training;

/// <summary>How far the engine's figures are from PyTorch's; what <c>compare_training.py</c> prints.</summary>
public sealed record TrainingComparison(double Losses, double Weights, double Outputs, bool InEvalMode);
