using System.Globalization;
using System.Text.Json;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Benchmarks.Fingerprints;

/// <summary>One iteration of the published run, and what the tracer makes of its source.</summary>
/// <param name="Number">The iteration's number.</param>
/// <param name="Finished">When it was over; null where the run does not say.</param>
/// <param name="Accuracy">What the run measured; null where it did not train.</param>
/// <param name="Source">The fingerprint of the source.</param>
/// <param name="Graph">The fingerprint of the graph; null where the tracer refuses the source.</param>
internal sealed record PublishedIteration(int Number, DateTime? Finished, double? Accuracy, string Source, string? Graph)
{
    /// <summary>Reads an iteration.</summary>
    /// <param name="line">A line of the run's file.</param>
    /// <param name="tracer">Traces its source.</param>
    /// <returns>The iteration.</returns>
    public static PublishedIteration Parse(string line, ArchitectureTracer tracer)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var source = root.GetProperty("source").GetString()!;
        var input = root.GetProperty("input").EnumerateArray().Select(size => size.GetInt32());
        var traced = tracer.Trace(source, new TraceRequest(new NetworkShape([.. input], root.GetProperty("classes").GetInt32())));
        var outcome = root.GetProperty("published_outcome");
        var isTrained = outcome.ValueKind == JsonValueKind.Object && outcome.TryGetProperty("accuracy", out _);
        return new PublishedIteration(
            root.GetProperty("iteration").GetInt32(),
            root.GetProperty("time").GetString() is { } time ? DateTime.Parse(time, CultureInfo.InvariantCulture) : null,
            isTrained ? outcome.GetProperty("accuracy").GetDouble() : null,
            SourceFingerprint.Compute(source),
            traced.IsAccepted ? GraphFingerprint.Compute(traced.Architecture) : null);
    }
}
