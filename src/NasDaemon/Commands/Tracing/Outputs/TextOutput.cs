using NasDaemon.Abstractions.Failures;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Commands.Tracing.Outputs;

/// <summary>A text made of a network.</summary>
/// <param name="kind">The name of its option.</param>
/// <param name="target">Where its files go.</param>
/// <param name="text">Makes the text.</param>
internal sealed class TextOutput(string kind, OutputTarget target, Func<TraceOutcome, string> text) : INetworkOutput
{
    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    public OutputTarget Target => target;

    /// <inheritdoc/>
    public Task<Failure?> WriteAsync(TraceOutcome outcome, string path, CancellationToken cancellation)
    {
        AtomicFile.Write(path, text(outcome));
        return Task.FromResult<Failure?>(null);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
