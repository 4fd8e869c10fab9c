namespace NasDaemon.Pipeline.Searching.Reporting;

/// <summary>When the work on a task began. Its record says when it was taken, and it may have waited since.</summary>
internal static class TaskBeginning
{
    /// <summary>Finds it.</summary>
    /// <param name="ledger">The task at its end.</param>
    /// <param name="time">What time it is.</param>
    /// <returns>The time that was worked, back from now; with pauses in between that is too late, and the first network is the witness.</returns>
    public static DateTimeOffset Of(TaskLedger ledger, TimeProvider time)
    {
        var worked = time.GetUtcNow() - TimeSpan.FromSeconds(ledger.Clock.SearchSeconds + ledger.Clock.FinalSeconds);
        var first = ledger.Candidates.Select(candidate => candidate.Created).DefaultIfEmpty(worked).Min();
        var begun = first < worked ? first : worked;
        return begun < ledger.Task.Created ? ledger.Task.Created : begun;
    }
}
