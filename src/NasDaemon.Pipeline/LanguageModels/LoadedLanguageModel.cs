namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>A language model that is loaded now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Process">The number of its process; null where it has none of its own, or the process is gone.</param>
public sealed record LoadedLanguageModel(string Name, int? Process);
