using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NasDaemon.Abstractions.Serialisation;

/// <summary>How the records of this assembly are written as JSON, so that the store, workers and fingerprints agree.</summary>
public static class RecordJson
{
    /// <summary>Enumerations as text, infinities and NaN by name, on one line.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a record.</summary>
    /// <typeparam name="T">The type to write it as; the root of a hierarchy where it has one.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>One line of JSON.</returns>
    public static string Write<T>(T record) => JsonSerializer.Serialize(record, Options);

    /// <summary>Reads a record.</summary>
    /// <typeparam name="T">The type that it was written as.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <returns>The record.</returns>
    /// <exception cref="JsonException">It is no such record.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException($"Expected a {typeof(T).Name}, found null.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            AllowOutOfOrderMetadataProperties = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
