namespace NasDaemon.Architectures.Syntax.Patterns;

/// <summary>Takes the items of a sequence that the other patterns leave.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Name">The name; null for <c>*_</c>.</param>
internal sealed record StarPattern(SourcePosition Position, string? Name) : Pattern(Position);
