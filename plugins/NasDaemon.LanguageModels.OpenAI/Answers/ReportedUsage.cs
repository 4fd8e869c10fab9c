using System.Text.Json.Nodes;

namespace NasDaemon.LanguageModels.OpenAI.Answers;

/// <summary>What a server says that an answer cost.</summary>
/// <param name="Prompt">Tokens of the prompt; null where it does not say.</param>
/// <param name="Reused">How many of them it had already.</param>
/// <param name="Generated">Tokens of the answer; null where it does not say.</param>
/// <param name="PromptTime">How long the prompt took; null where it does not say.</param>
/// <param name="GenerationTime">How long the answer took; null where it does not say.</param>
internal sealed record ReportedUsage(int? Prompt, int Reused, int? Generated, TimeSpan? PromptTime, TimeSpan? GenerationTime)
{
    /// <summary>Finds it in a piece of an answer.</summary>
    /// <param name="node">The piece.</param>
    /// <returns>What it says; null where it says nothing.</returns>
    public static ReportedUsage? Find(JsonNode node)
    {
        var usage = Json.At(node, "usage") as JsonObject;
        var timings = Json.At(node, "timings") as JsonObject;
        if (usage is null && timings is null)
        {
            return null;
        }

        var reused = Json.Count(Json.At(usage, "prompt_tokens_details", "cached_tokens")) ?? Json.Count(timings?["cache_n"]) ?? 0;
        return new ReportedUsage(
            Json.Count(usage?["prompt_tokens"]) ?? (Json.Count(timings?["prompt_n"]) + reused),
            reused,
            Json.Count(usage?["completion_tokens"]) ?? Json.Count(timings?["predicted_n"]),
            Milliseconds(timings?["prompt_ms"]),
            Milliseconds(timings?["predicted_ms"]));
    }

    private static TimeSpan? Milliseconds(JsonNode? node) => Json.Number(node) is >= 0 and < 1e12 and var value ? TimeSpan.FromMilliseconds(value) : null;
}
