namespace NasDaemon.Architectures.Mending;

/// <summary>What the mending of one source may use up.</summary>
/// <param name="traces">How many sources may be traced.</param>
internal sealed class MendingBudget(int traces)
{
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);

    /// <summary>Asks to trace a source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>False where it was traced before, and where enough were.</returns>
    public bool TryTake(string source) => _tried.Count < traces && _tried.Add(source);
}
