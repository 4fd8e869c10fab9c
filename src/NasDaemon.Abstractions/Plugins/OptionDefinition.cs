using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Plugins;

/// <summary>An option that a component takes: its name, what it means, its range and its default, in one place.</summary>
/// <param name="Name">The key in YAML: lower-case letters, digits and underscores.</param>
/// <param name="Summary">What it does, with its unit.</param>
public abstract record OptionDefinition(string Name, string Summary);

/// <summary>A whole number.</summary>
/// <param name="Name">The key in YAML.</param>
/// <param name="Summary">What it does, with its unit.</param>
/// <param name="Default">The value where the task gives none.</param>
/// <param name="Minimum">The smallest legal value.</param>
/// <param name="Maximum">The largest legal value.</param>
public sealed record IntegerOption(string Name, string Summary, long Default, long Minimum, long Maximum) : OptionDefinition(Name, Summary);

/// <summary>A number.</summary>
/// <param name="Name">The key in YAML.</param>
/// <param name="Summary">What it does, with its unit.</param>
/// <param name="Default">The value where the task gives none.</param>
/// <param name="Minimum">The smallest legal value.</param>
/// <param name="Maximum">The largest legal value.</param>
public sealed record NumberOption(string Name, string Summary, double Default, double Minimum, double Maximum) : OptionDefinition(Name, Summary);

/// <summary>A truth value.</summary>
/// <param name="Name">The key in YAML.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Default">The value where the task gives none.</param>
public sealed record FlagOption(string Name, string Summary, bool Default) : OptionDefinition(Name, Summary);

/// <summary>A text, free or one of several.</summary>
/// <param name="Name">The key in YAML.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Default">The value where the task gives none.</param>
/// <param name="Choices">The legal values; empty allows any text of at most 4,096 characters.</param>
public sealed record TextOption(string Name, string Summary, string Default, ImmutableArray<string> Choices) : OptionDefinition(Name, Summary);
