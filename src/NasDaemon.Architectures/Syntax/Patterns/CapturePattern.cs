namespace NasDaemon.Architectures.Syntax.Patterns;

/// <summary>Fits everything, and binds it to a name.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Name">The name; null for <c>_</c>, which binds nothing.</param>
internal sealed record CapturePattern(SourcePosition Position, string? Name) : Pattern(Position);
