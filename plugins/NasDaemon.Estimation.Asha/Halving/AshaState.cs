namespace NasDaemon.Estimation.Asha.Halving;

/// <summary>All that the estimator knows, as it is stored.</summary>
/// <param name="Rungs">The rungs, the lowest first.</param>
/// <param name="Training">The rung that each trial in training works towards, by candidate number.</param>
internal sealed record AshaState(List<Rung> Rungs, Dictionary<int, int> Training);
