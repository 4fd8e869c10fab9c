using System.Text.Json.Nodes;

namespace NasDaemon.LanguageModels.OpenAI.Servers;

/// <summary>A model in a server's list.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Owner">Who made it; some servers name themselves here.</param>
/// <param name="Context">The length of its context; null where the list does not tell.</param>
internal sealed record ModelEntry(string Id, string Owner, int? Context)
{
    private static readonly string[] ContextNames = ["max_model_len", "loaded_context_length", "context_length", "context_window", "max_context_length"];

    /// <summary>Reads the list.</summary>
    /// <param name="list">The answer to <c>/v1/models</c>.</param>
    /// <returns>Its models.</returns>
    public static IReadOnlyList<ModelEntry> ReadList(JsonNode list) =>
        [.. (Json.Items(list["data"]) ?? throw new FormatException("The list has no 'data'.")).Where(entry => Json.Text(entry?["id"]) is not null).Select(Read)];

    private static ModelEntry Read(JsonNode? entry) => new(
        Json.Text(entry!["id"])!,
        Json.Text(entry["owned_by"]) ?? string.Empty,
        ContextNames.Select(name => Json.Count(entry[name])).Append(Json.Count(Json.At(entry, "meta", "n_ctx"))).FirstOrDefault(count => count > 0));
}
