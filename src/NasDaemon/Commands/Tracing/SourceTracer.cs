using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Commands.Tracing.Sources;

namespace NasDaemon.Commands.Tracing;

/// <summary>Traces sources one by one. Nothing that one of them holds keeps the next from its turn.</summary>
/// <param name="options">What they are traced for.</param>
/// <param name="time">The clock.</param>
internal sealed class SourceTracer(TraceOptions options, TimeProvider time)
{
    private const int SizesOfAVolume = 4;

    private readonly ArchitectureTracer _tracer = new(TracingLimits.Default);

    /// <summary>Traces a source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>What became of it.</returns>
    public TraceOutcome Trace(NetworkSource source)
    {
        var request = options.Request(source);
        if (source.Text is not { } text)
        {
            return new TraceOutcome(source, request, null, source.Problem);
        }

        var begun = time.GetTimestamp();
        var outcome = Trace(source, text, request);
        return outcome with { Milliseconds = time.GetElapsedTime(begun).TotalMilliseconds };
    }

    private TraceOutcome Trace(NetworkSource source, string text, TraceRequest request)
    {
        var fingerprint = SourceFingerprint.Compute(text);
        try
        {
            var result = _tracer.Trace(text, request);
            return new TraceOutcome(source, request, result.Architecture, WithShapeHint(result.Failure, request))
            {
                Dialect = result.Dialect,
                Recipe = result.Recipe,
                MinimumVersion = result.MinimumVersion,
                ModuleCalls = result.ModuleCalls,
                SourceFingerprint = fingerprint,
                GraphFingerprint = result.IsAccepted ? GraphFingerprint.Compute(result.Architecture) : null,
            };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The tracer promises not to throw. Where it breaks that promise, the other sources still deserve their answer.
            var failure = new Failure(
                FailureClass.Crashed,
                $"The tracer failed: {exception.GetType().Name}: {exception.Message}",
                Hint: $"This is a fault of NasDaemon, not of the source. {exception.StackTrace?.Split('\n')[0].Trim()}");
            return new TraceOutcome(source, request, null, failure) { SourceFingerprint = fingerprint };
        }
    }

    // Who is used to writing the batch gets one dimension too many, which PyTorch's text alone does not explain.
    private static Failure? WithShapeHint(Failure? failure, TraceRequest request) =>
        failure is { Class: FailureClass.ShapeMismatch } && request.Shape.Input.Length == SizesOfAVolume
            ? failure with { Hint = $"{failure.Hint} The sample has four sizes; its shape is given without the batch.".TrimStart() }
            : failure;
}
