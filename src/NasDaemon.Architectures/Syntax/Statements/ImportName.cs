namespace NasDaemon.Architectures.Syntax.Statements;

/// <summary>A name that is imported.</summary>
/// <param name="Name">The name, dotted for modules.</param>
/// <param name="Alias">The name that it is bound to; null for its own.</param>
internal sealed record ImportName(string Name, string? Alias);
