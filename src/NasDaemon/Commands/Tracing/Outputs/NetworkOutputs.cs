using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Commands.Tracing.Outputs;

/// <summary>Everything that is written for each accepted network.</summary>
/// <param name="outputs">The kinds of files.</param>
internal sealed class NetworkOutputs(ImmutableArray<INetworkOutput> outputs) : IAsyncDisposable
{
    /// <summary>Writes the files of an outcome.</summary>
    /// <param name="outcome">What became of a source.</param>
    /// <param name="cancellation">The user wants it to end.</param>
    /// <returns>The outcome with its files.</returns>
    public async Task<TraceOutcome> WriteAsync(TraceOutcome outcome, CancellationToken cancellation)
    {
        if (!outcome.IsAccepted)
        {
            return outcome;
        }

        foreach (var output in outputs)
        {
            var (path, failure) = await WriteAsync(output, outcome, cancellation);
            outcome = outcome with
            {
                Files = outcome.Files.Add(new OutputFile(output.Kind, path, failure)),
            };
        }

        return outcome;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var output in outputs)
        {
            await output.DisposeAsync();
        }
    }

    private static async Task<(string? Path, Failure? Failure)> WriteAsync(INetworkOutput output, TraceOutcome outcome, CancellationToken cancellation)
    {
        try
        {
            var path = output.Target.For(outcome.Source);
            var failure = await output.WriteAsync(outcome, path, cancellation);
            return failure is null ? (path, null) : (null, failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, new Failure(FailureClass.Unreadable, exception.Message));
        }
    }
}
