using System.Text.Json;
using System.Text.Json.Nodes;

namespace NasDaemon.LanguageModels.OpenAI.Connection;

/// <summary>What a server wrote about an error.</summary>
/// <param name="Message">Its words.</param>
/// <param name="Kind">Its name for the kind of error; empty where it gives none.</param>
internal sealed record ServerError(string Message, string Kind)
{
    /// <summary>Whether prompt and answer are longer than the context.</summary>
    public bool IsContextExceeded =>
        Kind is "exceed_context_size_error" or "context_length_exceeded"
        || (Says("context") && (Says("exceed") || Says("maximum") || Says("too long") || Says("larger than")));

    /// <summary>Reads the body of an answer with an error status.</summary>
    /// <param name="body">The body.</param>
    /// <returns>What it says; the body itself where it is not JSON.</returns>
    public static ServerError Parse(string body)
    {
        try
        {
            return Find(JsonNode.Parse(body)) ?? new ServerError(body, string.Empty);
        }
        catch (JsonException)
        {
            // Proxies and web servers answer with pages of their own.
            return new ServerError(body, string.Empty);
        }
    }

    /// <summary>Finds an error in what a server wrote.</summary>
    /// <param name="node">What it wrote.</param>
    /// <returns>The error; null where there is none.</returns>
    public static ServerError? Find(JsonNode? node) => node switch
    {
        JsonObject whole when whole["error"] is JsonObject error => new ServerError(
            Text(error["message"]) ?? error.ToJsonString(),
            Text(error["code"]) ?? Text(error["type"]) ?? string.Empty),
        JsonObject whole when Text(whole["error"]) is { } message => new ServerError(message, string.Empty),
        JsonObject whole when Text(whole["object"]) == "error" => new ServerError(Text(whole["message"]) ?? whole.ToJsonString(), Text(whole["type"]) ?? string.Empty),
        JsonObject whole when whole["detail"] is { } detail => new ServerError(Text(detail) ?? detail.ToJsonString(), string.Empty),
        _ => null,
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
