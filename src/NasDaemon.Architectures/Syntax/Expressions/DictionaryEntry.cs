namespace NasDaemon.Architectures.Syntax.Expressions;

/// <summary>An entry of a dictionary display.</summary>
/// <param name="Key">The key; null where another mapping is spread (<c>**mapping</c>).</param>
/// <param name="Value">The value, or the mapping that is spread.</param>
internal sealed record DictionaryEntry(Expression? Key, Expression Value);
