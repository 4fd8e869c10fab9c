using NasDaemon.Architectures.Mending.Texts;

namespace NasDaemon.Architectures.Mending;

/// <summary>Knows cures for one kind of failure.</summary>
internal interface IMendingRule
{
    /// <summary>Proposes cures.</summary>
    /// <param name="breakdown">What failed.</param>
    /// <returns>The changes, the likeliest first; none where this is another kind of failure. Whether they help is seen by tracing.</returns>
    IEnumerable<SourceEdit> Propose(Breakdown breakdown);
}
