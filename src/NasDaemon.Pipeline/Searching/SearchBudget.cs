using System.Globalization;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Pipeline.Searching;

/// <summary>Knows what is left of a task's budget.</summary>
internal sealed class SearchBudget(Budget budget, TaskLedger ledger)
{
    // A timer may ring a little before the clock says so, and then the time would not be up yet.
    private static readonly TimeSpan TimerAccuracy = TimeSpan.FromMilliseconds(50);

    /// <summary>How many more networks may be trained.</summary>
    public int TrialsLeft => Math.Max(0, budget.Trials - ledger.SearchTrials.Count());

    /// <summary>How many more candidates may be proposed.</summary>
    public int ProposalsLeft => budget.Proposals is { } proposals ? Math.Max(0, proposals - ledger.Candidates.Count) : int.MaxValue;

    /// <summary>How long the search may still take; null without limit.</summary>
    public TimeSpan? TimeLeft => budget.Time is { } time
        ? TimeSpan.FromSeconds(Math.Max(0, time.TotalSeconds - ledger.Clock.SearchSeconds)) + TimerAccuracy
        : null;

    /// <summary>Whether a new network may be begun.</summary>
    public bool MayBegin => TrialsLeft > 0 && EndReason() is null;

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
