namespace NasDaemon.Abstractions.Plugins;

/// <summary>A component that can say whether what it needs is there; <c>nasdaemon doctor</c> asks it.</summary>
public interface ISelfChecking
{
    /// <summary>Looks at what the component needs. It changes nothing, and takes seconds at most.</summary>
    /// <returns>What was found.</returns>
    IReadOnlyList<SelfCheckFact> Check();
}

/// <summary>Something that a component found out about itself.</summary>
/// <param name="IsGood">Whether it is as it should be.</param>
/// <param name="Text">What it is: one sentence.</param>
/// <param name="Remedy">What helps where it is not as it should be; null where nothing needs help.</param>
public sealed record SelfCheckFact(bool IsGood, string Text, string? Remedy = null);
