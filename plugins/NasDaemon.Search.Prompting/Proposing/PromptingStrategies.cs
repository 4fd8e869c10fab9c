using System.Collections.Immutable;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Prompting.Temperature;

namespace NasDaemon.Search.Prompting.Proposing;

/// <summary>The strategies that prompt: one strategy under several names, each with its own defaults.</summary>
internal static class PromptingStrategies
{
    // A search with few results is to look around, one that has found good networks to stay near them.
    private static readonly TemperatureSchedule Cooling = new(0.8, 0.6);

    // What is easy to improve is improved first; later improvements need bolder changes.
    private static readonly TemperatureSchedule Warming = new(0.6, 0.8);

    /// <summary>From examples.</summary>
    public static ComponentDescription FewShot { get; } = Describe(
        "few-shot",
        "A language model writes networks from examples: the best so far and supporting ones.",
        PromptingOptions.Define("auto", memory: 0, repairs: 0, Cooling));

    /// <summary>From examples, and what fails goes back.</summary>
    public static ComponentDescription FewShotRepair { get; } = Describe(
        "few-shot-repair",
        "As few-shot; a network that fails is given back to the model with the failure.",
        PromptingOptions.Define("auto", memory: 0, repairs: 2, Cooling));

    /// <summary>From the last attempts.</summary>
    public static ComponentDescription Improve { get; } = Describe(
        "improve",
        "A language model improves the best network, and is told what became of its last attempts.",
        PromptingOptions.Define("0", memory: 4, repairs: 0, Warming));

    /// <summary>All of them.</summary>
    public static ImmutableArray<ComponentDescription> All { get; } = [FewShot, FewShotRepair, Improve];

    private static ComponentDescription Describe(string name, string summary, ImmutableArray<OptionDefinition> options) =>
        new(name, summary, options) { NeedsLanguageModel = true };
}
