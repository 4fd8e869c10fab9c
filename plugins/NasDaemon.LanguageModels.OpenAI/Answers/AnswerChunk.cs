using System.Text.Json.Nodes;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Connection;

namespace NasDaemon.LanguageModels.OpenAI.Answers;

/// <summary>A piece of an answer, or the whole of it, as a server wrote it.</summary>
/// <param name="Text">The text that it adds; empty for none.</param>
/// <param name="IsThought">Whether it adds to what the model thinks before it answers.</param>
/// <param name="Reason">Why the answer ended; null where this piece does not say.</param>
/// <param name="Usage">What the answer cost; null where this piece does not say.</param>
/// <param name="Error">What went wrong; null where nothing did.</param>
internal sealed record AnswerChunk(string Text, bool IsThought, FinishReason? Reason, ReportedUsage? Usage, ServerError? Error)
{
    /// <summary>Reads a piece.</summary>
    /// <param name="node">The JSON.</param>
    /// <returns>The piece.</returns>
    public static AnswerChunk Read(JsonNode node)
    {
        if (ServerError.Find(node) is { } error)
        {
            return new AnswerChunk(string.Empty, false, null, null, error);
        }

        // The piece that tells the usage has no choices, or an empty list of them.
        var choice = Json.Items(node["choices"]) is { Count: > 0 } choices ? choices[0] : null;
        var message = Json.At(choice, "delta") ?? Json.At(choice, "message");
        var thought = Json.Text(Json.At(message, "reasoning_content")) ?? Json.Text(Json.At(message, "reasoning"));
        var reason = Json.Text(Json.At(choice, "finish_reason"));
        return reason == "content_filter"
            ? new AnswerChunk(string.Empty, false, null, null, new ServerError("its filter stopped the answer", reason))
            : new AnswerChunk(Content(Json.At(message, "content")) ?? Json.Text(Json.At(choice, "text")) ?? string.Empty, thought is { Length: > 0 }, Reasons(reason), ReportedUsage.Find(node), null);
    }

    private static FinishReason? Reasons(string? reason) => reason switch
    {
        null or "" => null,
        "length" or "max_tokens" => FinishReason.Length,
        _ => FinishReason.Stop,
    };

    private static string? Content(JsonNode? content) => content is JsonArray parts
        ? string.Concat(parts.Select(part => Json.Text(Json.At(part, "text"))))
        : Json.Text(content);
}
