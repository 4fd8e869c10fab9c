using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Patterns;

/// <summary>Fits what one of its patterns fits.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Alternatives">The patterns.</param>
internal sealed record OrPattern(SourcePosition Position, ImmutableArray<Pattern> Alternatives) : Pattern(Position);
