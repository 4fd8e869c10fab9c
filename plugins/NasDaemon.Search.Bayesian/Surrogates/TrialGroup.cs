namespace NasDaemon.Search.Bayesian.Surrogates;

/// <summary>Trials whose accuracies can be compared: those of one data set and one recipe.</summary>
/// <param name="Number">0 for this task; each group of the archive has a number of its own.</param>
/// <param name="Recipe">For how many epochs the networks were trained; 0 where it is as many as in this task.</param>
internal readonly record struct TrialGroup(int Number, int Recipe)
{
    /// <summary>This task's own trials.</summary>
    public static TrialGroup Own { get; } = new(0, 0);
}
