using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Patterns;

/// <summary>Fits dictionaries that have the keys.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Keys">The keys.</param>
/// <param name="Values">The patterns of their values.</param>
/// <param name="Rest">The name for all other entries; null for none.</param>
internal sealed record MappingPattern(SourcePosition Position, ImmutableArray<Expression> Keys, ImmutableArray<Pattern> Values, string? Rest) : Pattern(Position);
