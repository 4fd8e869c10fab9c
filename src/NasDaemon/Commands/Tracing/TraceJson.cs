using System.Text.Json;
using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Commands.Tracing;

/// <summary>Writes what tracing gave as one JSON object.</summary>
internal static class TraceJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="source">The source that was traced.</param>
    /// <param name="result">What it gave.</param>
    public static void Write(TextWriter output, string source, TraceResult result) => output.WriteLine(result.IsAccepted
        ? JsonSerializer.Serialize(Describe(source, result.Architecture, result.Dialect), Options)
        : JsonSerializer.Serialize(new { Accepted = false, result.Dialect, result.Failure }, Options));

    private static object Describe(string source, Architecture architecture, SourceDialect? dialect) => new
    {
        Accepted = true,
        Dialect = dialect,
        Inputs = architecture.Inputs.Select(Layer.Shape),
        Output = Layer.Shape(architecture.OutputType),
        Parameters = architecture.ParameterCount,
        architecture.Flops,
        architecture.ActivationElements,
        SourceFingerprint = SourceFingerprint.Compute(source),
        GraphFingerprint = GraphFingerprint.Compute(architecture),
        Layers = Layer.Of(architecture),
        State = architecture.State.Where(entry => entry.IsPersistent).Select(entry => new { entry.Name, entry.Shape }),
    };
}
