using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Figures;

/// <summary>The networks that no other beats: each is more accurate than all that cost no more.</summary>
public static class ParetoFront
{
    /// <summary>Picks them from trials with a result.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="cost">What a network costs.</param>
    /// <returns>Those of the front, the cheapest first; of equals the earliest.</returns>
    public static IReadOnlyList<TrialReport> Of(IEnumerable<TrialReport> trials, Func<TrialReport, long> cost)
    {
        var front = new List<TrialReport>();
        var best = double.NegativeInfinity;
        foreach (var trial in trials
            .Where(trial => trial.Trial.Score is not null)
            .OrderBy(cost)
            .ThenByDescending(trial => trial.Trial.Score!.ValidationAccuracy)
            .ThenBy(trial => trial.Trial.Key.Number))
        {
            if (trial.Trial.Score!.ValidationAccuracy > best)
            {
                best = trial.Trial.Score.ValidationAccuracy;
                front.Add(trial);
            }
        }

        return front;
    }
}
