using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>A language model that can be opened by name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">The kind of language model: the name of a plugin's component.</param>
/// <param name="Options">The options of that component, checked, defaults filled in.</param>
public sealed record NamedLanguageModel(string Name, string Kind, OptionValues Options);
