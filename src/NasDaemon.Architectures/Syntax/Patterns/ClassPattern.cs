using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;

namespace NasDaemon.Architectures.Syntax.Patterns;

/// <summary>Fits objects of a class.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Type">The class.</param>
/// <param name="Items">The patterns of the attributes that the class names in <c>__match_args__</c>.</param>
/// <param name="Names">Attributes given by name.</param>
/// <param name="Values">Their patterns.</param>
internal sealed record ClassPattern(SourcePosition Position, Expression Type, ImmutableArray<Pattern> Items, ImmutableArray<string> Names, ImmutableArray<Pattern> Values) : Pattern(Position);
