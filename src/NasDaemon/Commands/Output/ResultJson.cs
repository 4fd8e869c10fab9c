using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NasDaemon.Commands.Output;

/// <summary>Writes what a command found as JSON: names in snake case, enumerations as text, nothing left out.</summary>
internal static class ResultJson
{
    private static readonly JsonSerializerOptions OneLine = Options(isIndented: false);

    /// <summary>The form of results, for who reads them.</summary>
    public static JsonSerializerOptions Form { get; } = Options(isIndented: true);

    /// <summary>Writes a result over several lines.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The JSON.</returns>
    public static string Write(object result) => JsonSerializer.Serialize(result, Form);

    /// <summary>Writes one of several results that follow each other, a line each.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The JSON.</returns>
    public static string WriteLine(object result) => JsonSerializer.Serialize(result, OneLine);

    // The encoder leaves letters of all languages as they are; control characters are escaped all the same.
    private static JsonSerializerOptions Options(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = isIndented,
    };
}
