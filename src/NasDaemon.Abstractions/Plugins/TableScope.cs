using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Plugins;

/// <summary>What a table of trainings holds. Tasks that ask for anything else are refused when they are read.</summary>
/// <param name="Spaces">The search spaces whose networks it knows, by name.</param>
/// <param name="Datasets">The data sets, by name; their samples are not needed.</param>
/// <param name="Epochs">How long the networks were trained.</param>
public sealed record TableScope(ImmutableArray<string> Spaces, ImmutableArray<string> Datasets, ImmutableArray<int> Epochs);
