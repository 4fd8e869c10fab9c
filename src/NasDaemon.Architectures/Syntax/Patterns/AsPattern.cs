namespace NasDaemon.Architectures.Syntax.Patterns;

/// <summary>Binds what another pattern fits.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Inner">The other pattern.</param>
/// <param name="Name">The name.</param>
internal sealed record AsPattern(SourcePosition Position, Pattern Inner, string Name) : Pattern(Position);
