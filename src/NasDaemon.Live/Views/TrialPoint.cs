namespace NasDaemon.Live.Views;

/// <summary>A trial as a picture of all of them shows it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Accuracy">Its accuracy.</param>
internal sealed record TrialPoint(int Number, double Accuracy);
