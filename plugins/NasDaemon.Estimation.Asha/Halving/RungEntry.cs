namespace NasDaemon.Estimation.Asha.Halving;

/// <summary>A trial's result at a rung.</summary>
/// <param name="Number">The number of the trial's candidate.</param>
/// <param name="Accuracy">Its validation accuracy there.</param>
/// <param name="Loss">Its validation loss there, which decides between equal accuracies.</param>
internal sealed record RungEntry(int Number, double Accuracy, double Loss);
