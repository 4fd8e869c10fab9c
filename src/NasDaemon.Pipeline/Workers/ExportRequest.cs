using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Pipeline.Workers;

/// <summary>A network that an engine shall write with its first weights.</summary>
/// <param name="Architecture">The network.</param>
/// <param name="Engine">The engine; options that are not named have their defaults.</param>
/// <param name="Seed">The seed of the weights.</param>
/// <param name="Path">The file, as an absolute path.</param>
public sealed record ExportRequest(Architecture Architecture, ComponentSelection Engine, long Seed, string Path);
