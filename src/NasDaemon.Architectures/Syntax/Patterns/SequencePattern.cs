using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Patterns;

/// <summary>Fits lists and tuples item by item.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Items">The patterns of the items; one at most is a star.</param>
internal sealed record SequencePattern(SourcePosition Position, ImmutableArray<Pattern> Items) : Pattern(Position);
