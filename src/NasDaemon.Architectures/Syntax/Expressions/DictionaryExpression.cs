using System.Collections.Immutable;

namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>A dictionary display.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Entries">The entries in order.</param>
internal sealed record DictionaryExpression(SourcePosition Position, ImmutableArray<DictionaryEntry> Entries) : Expression(Position);
