using NasDaemon.Abstractions.Training;

namespace NasDaemon.Engines.Table;

/// <summary>Turns the figures of published tables into evaluations.</summary>
internal static class Figures
{
    /// <summary>An evaluation of which only the accuracy is known. The share of errors stands for the loss.</summary>
    /// <param name="percent">The accuracy in percent.</param>
    /// <param name="samples">How many samples.</param>
    /// <returns>The evaluation.</returns>
    /// <exception cref="InvalidDataException">It is no accuracy.</exception>
    public static Evaluation Evaluation(double percent, int samples) => percent is >= 0 and <= 100
        ? new Evaluation(percent / 100, 1 - (percent / 100), samples)
        : throw new InvalidDataException($"{percent} is no accuracy in percent.");
}
