using System.Text.Json;
using System.Text.Json.Serialization;

namespace NasDaemon.Live.Views;

/// <summary>How views are written for the page: names as in the files of the outbox, nothing that a page of HTML would take for markup.</summary>
internal static class LiveJson
{
    /// <summary>The form.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };
}
