using System.Collections.Immutable;

namespace NasDaemon.Search.Prompting.Examples;

/// <summary>The networks for one prompt.</summary>
/// <param name="Reference">The network to beat; null where nothing was trained and the user gave none.</param>
/// <param name="Supporting">Others, the best first.</param>
internal sealed record ExampleSet(Example? Reference, ImmutableArray<Example> Supporting);
