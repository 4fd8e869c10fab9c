using System.Collections.Immutable;

namespace NasDaemon.Search.Prompting.Templates;

/// <summary>A template that prompts are made from.</summary>
/// <param name="Name">Its file's name without the ending.</param>
/// <param name="Placeholders">What it may hold.</param>
internal sealed record TemplateDefinition(string Name, ImmutableArray<Placeholder> Placeholders)
{
    /// <summary>Its file's name.</summary>
    public string File => $"{Name}.txt";
}
