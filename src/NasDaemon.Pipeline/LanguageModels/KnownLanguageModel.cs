namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>A language model that may be asked for, and where it is known from.</summary>
/// <param name="Model">Name, kind and options.</param>
/// <param name="Origin">Where it is known from.</param>
/// <param name="Bytes">The size of its files; null where it has none of its own.</param>
/// <param name="Problem">Why it cannot be used, with the remedy; null where nothing is known against it.</param>
public sealed record KnownLanguageModel(NamedLanguageModel Model, ModelOrigin Origin, long? Bytes, string? Problem);

/// <summary>Where a language model is known from.</summary>
public enum ModelOrigin
{
    /// <summary>The environment variable NASDAEMON_MODEL names its file.</summary>
    Environment,

    /// <summary>The settings name it.</summary>
    Settings,

    /// <summary>Its file lies in the model folder.</summary>
    Folder,
}
