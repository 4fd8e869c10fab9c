namespace NasDaemon.Search.Prompting.Templates;

/// <summary>A place in a template that is filled in.</summary>
/// <param name="Name">Its name between double braces.</param>
/// <param name="IsRequired">Whether a template without it would keep something from the model that it cannot do without.</param>
internal sealed record Placeholder(string Name, bool IsRequired = true);
