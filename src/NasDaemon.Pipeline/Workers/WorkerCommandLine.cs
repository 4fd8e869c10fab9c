using System.Collections.Immutable;

namespace NasDaemon.Pipeline.Workers;

/// <summary>How a worker process is started.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommandLine(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>Environment variables besides those that keep a worker to one thread.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;
}
