namespace NasDaemon.Architectures.Mending;

/// <summary>What the mending of one source may use up.</summary>
/// <param name="traces">How many sources may be traced.</param>
/// <param name="steps">How many steps these traces may take together.</param>
internal sealed class MendingBudget(int traces, long steps)
{
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private long _spent;

    /// <summary>Asks to trace a source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>False where it was traced before, and where enough was done.</returns>
    public bool TryTake(string source) => _tried.Count < traces && _spent < steps && _tried.Add(source);

    /// <summary>Notes what a trace took.</summary>
    /// <param name="taken">Its steps.</param>
    public void Spend(long taken) => _spent += taken;
}
