namespace NasDaemon.Architectures.Operators;

/// <summary>Operators of one kind, as the documentation groups them.</summary>
/// <param name="Title">The kind.</param>
/// <param name="Operators">The operators.</param>
internal sealed record OperatorFamily(string Title, IEnumerable<OperatorDefinition> Operators);
