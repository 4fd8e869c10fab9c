using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NasDaemon.LanguageModels.OpenAI;

/// <summary>Looks into JSON that others wrote: what is missing or of another type is null.</summary>
internal static class Json
{
    /// <summary>Something within objects within objects.</summary>
    /// <param name="node">The outermost.</param>
    /// <param name="names">The names on the way.</param>
    /// <returns>What is there, or null.</returns>
    public static JsonNode? At(JsonNode? node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    /// <summary>Whether a text is JSON as a whole.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True where it is.</returns>
    public static bool IsValid(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            reader.Read();
            return reader.TrySkip();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A text.</summary>
    /// <param name="node">What may be one.</param>
    /// <returns>The text, or null.</returns>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A count.</summary>
    /// <param name="node">What may be one.</param>
    /// <returns>The count, or null.</returns>
    public static int? Count(JsonNode? node) => Number(node) is >= 0 and <= int.MaxValue and var number ? (int)number : null;

    /// <summary>A number.</summary>
    /// <param name="node">What may be one.</param>
    /// <returns>The number, or null.</returns>
    public static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    /// <summary>The items of a list.</summary>
    /// <param name="node">What may be one.</param>
    /// <returns>The items, or null.</returns>
    public static JsonArray? Items(JsonNode? node) => node as JsonArray;
}
