namespace NasDaemon.Abstractions.Estimation;

/// <summary>How much of the full recipe a trial gets.</summary>
/// <param name="Epochs">Epochs at most; at least 1.</param>
/// <param name="DataShare">Share of the training samples; above 0, at most 1.</param>
/// <param name="Resolution">Share of each side of the images; above 0, at most 1.</param>
/// <param name="Width">Share of the channels; above 0, at most 1.</param>
public sealed record Fidelity(int Epochs, double DataShare = 1, double Resolution = 1, double Width = 1);
