using System.Globalization;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Pipeline.Searching;

/// <summary>Knows what is left of a task's budget.</summary>
internal sealed class SearchBudget(Budget budget, TaskLedger ledger)
{
    /// <summary>How many more networks may be trained.</summary>
    public int TrialsLeft => Math.Max(0, budget.Trials - ledger.SearchTrials.Count());

    /// <summary>Why the search ends now although trials are left; null where it does not.</summary>
    public string? EndReason()
    {
        if (budget.TargetAccuracy is { } target && ledger.SearchTrials.Any(trial => trial.Score?.ValidationAccuracy >= target))
        {
            return string.Create(CultureInfo.InvariantCulture, $"A network reached the target of {target:P2} on the validation samples.");
        }

        return budget.Time is { } time && ledger.Clock.SearchSeconds >= time.TotalSeconds
            ? string.Create(CultureInfo.InvariantCulture, $"The time of {time:c} was up.")
            : null;
    }
}
