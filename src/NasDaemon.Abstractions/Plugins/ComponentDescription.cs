using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Plugins;

/// <summary>What a component is called, what it does, and which options it takes.</summary>
/// <param name="Name">The name that tasks use: lower-case letters, digits and hyphens.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Options">The options; tasks are checked against them before the component sees a value.</param>
public sealed record ComponentDescription(string Name, string Summary, ImmutableArray<OptionDefinition> Options)
{
    /// <summary>A component without options.</summary>
    /// <param name="name">The name that tasks use.</param>
    /// <param name="summary">One sentence.</param>
    public ComponentDescription(string name, string summary)
        : this(name, summary, [])
    {
    }

    /// <summary>Whether a task that chooses it needs a language model; such a task is refused where there is none.</summary>
    public bool NeedsLanguageModel { get; init; }

    /// <summary>Checks the values that a task gives to its options, beyond their ranges; null where there is nothing more to check.</summary>
    public OptionCheck? Check { get; init; }

    /// <summary>What a table of trainings holds; null for any other component.</summary>
    public TableScope? Table { get; init; }
}
