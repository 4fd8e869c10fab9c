using System.Text.Json;
using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Graphs;

/// <summary>Networks as JSON, for the store and for workers. Reading what was written gives the same network.</summary>
public static class GraphJson
{
    /// <summary>How networks are written: enumerations as text, dimensions in short form, no white space.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a network.</summary>
    /// <param name="architecture">The network.</param>
    /// <returns>JSON on one line.</returns>
    public static string Serialize(Architecture architecture) => JsonSerializer.Serialize(architecture, Options);

    /// <summary>Reads a network.</summary>
    /// <param name="json">What <see cref="Serialize"/> wrote.</param>
    /// <returns>The network.</returns>
    /// <exception cref="JsonException">The text is no network.</exception>
    public static Architecture Deserialize(string json) =>
        JsonSerializer.Deserialize<Architecture>(json, Options) ?? throw new JsonException("The text is no network.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            Converters = { new JsonStringEnumConverter(), new DimensionConverter() },
            MaxDepth = 256,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
