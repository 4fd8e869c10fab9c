using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>An f-string.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Parts">Literal runs and fields in order.</param>
internal sealed record FormattedText(SourcePosition Position, ImmutableArray<FormattedPart> Parts) : Expression(Position);
