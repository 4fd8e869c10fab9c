using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Commands.Tracing.Outputs;

/// <summary>Something that is made of an accepted network and lies in a file.</summary>
internal interface INetworkOutput : IAsyncDisposable
{
    /// <summary>What it is called in the JSON: the name of its option.</summary>
    string Kind { get; }

    /// <summary>Where its files go.</summary>
    OutputTarget Target { get; }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="outcome">The network.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">The user wants it to end.</param>
    /// <returns>Why it could not be written; null where it was.</returns>
    Task<Failure?> WriteAsync(TraceOutcome outcome, string path, CancellationToken cancellation);
}
