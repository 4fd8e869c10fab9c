using System.Text.Json.Nodes;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Servers;

namespace NasDaemon.LanguageModels.OpenAI.Requests;

/// <summary>Writes requests as a server understands them.</summary>
/// <param name="facts">What is known of the server.</param>
internal sealed class RequestWriter(ServerFacts facts)
{
    private const int PenaltyTokens = 64;

    // The protocol allows four; the rest is looked for here, as are these.
    private const int MostStopStrings = 4;

    /// <summary>Where a prompt is sent.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <returns>The path.</returns>
    public static string Path(Prompt prompt) => prompt is ChatPrompt ? "v1/chat/completions" : "v1/completions";

    /// <summary>Writes a request.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="maximumTokens">The longest answer.</param>
    /// <param name="dialect">What may be sent.</param>
    /// <returns>The body.</returns>
    public JsonObject Write(CompletionRequest request, int maximumTokens, Dialect dialect)
    {
        var body = PromptFields(request.Prompt);
        body[Dialect.Stream] = true;
        body["stream_options"] = new JsonObject { ["include_usage"] = true };
        body[Dialect.MaximumTokens] = maximumTokens;
        AddSampling(body, request.Sampling);
        if (request.StopStrings.Length > 0)
        {
            body["stop"] = new JsonArray([.. request.StopStrings.Take(MostStopStrings).Select(stop => JsonValue.Create(stop))]);
        }

        AddGrammar(body, request.Grammar);
        foreach (var field in dialect.Refused)
        {
            body.Remove(field);
        }

        if (!dialect.Has(Dialect.MaximumTokens))
        {
            body["max_completion_tokens"] = maximumTokens;
        }

        if (!dialect.Has(Dialect.Stream))
        {
            body.Remove("stream_options");
        }

        return body;
    }

    /// <summary>Writes the part of a request that is the prompt.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <returns>Its fields.</returns>
    public JsonObject PromptFields(Prompt prompt)
    {
        var body = new JsonObject { ["model"] = facts.Model };
        if (prompt is not ChatPrompt chat)
        {
            body["prompt"] = ((TextPrompt)prompt).Text;
            return body;
        }

        var messages = chat.Messages.Select(message => Message(Role(message.Role), message.Text)).ToList();
        if (chat.AnswerStart.Length > 0)
        {
            AddAnswerStart(body, messages, chat.AnswerStart);
        }

        body["messages"] = new JsonArray([.. messages]);
        return body;
    }

    private void AddAnswerStart(JsonObject body, List<JsonObject> messages, string start)
    {
        if (facts.ContinuesAnswers)
        {
            messages.Add(Message("assistant", start));
            if (facts.Kind == ServerKind.Vllm)
            {
                body["add_generation_prompt"] = false;
                body["continue_final_message"] = true;
            }
        }
        else
        {
            messages[^1]["content"] = $"{Json.Text(messages[^1]["content"])}\n\nBegin your answer with exactly the following text, and go on from its end:\n{start}";
        }
    }

    private void AddSampling(JsonObject body, SamplingSettings sampling)
    {
        body["temperature"] = sampling.Temperature;
        body["top_p"] = sampling.TopP;
        body["seed"] = ShortSeed(sampling.Seed);
        if (facts.Kind is ServerKind.LlamaServer or ServerKind.LMStudio)
        {
            body["top_k"] = sampling.TopK;
            body["min_p"] = sampling.MinP;
            body["repeat_penalty"] = sampling.RepeatPenalty;
        }

        if (facts.Kind == ServerKind.LlamaServer)
        {
            body["repeat_last_n"] = PenaltyTokens;
            body["cache_prompt"] = true;
            body["timings_per_token"] = true;
        }
        else if (facts.Kind == ServerKind.Vllm)
        {
            // There, -1 is what 0 is elsewhere.
            body["top_k"] = sampling.TopK == 0 ? -1 : sampling.TopK;
            body["min_p"] = sampling.MinP;
            body["repetition_penalty"] = sampling.RepeatPenalty;
        }
    }

    private void AddGrammar(JsonObject body, string? grammar)
    {
        if (grammar is not null && facts.Kind == ServerKind.Vllm)
        {
            body["structured_outputs"] = new JsonObject { ["grammar"] = grammar };
        }
        else if (grammar is not null)
        {
            body["grammar"] = grammar;
        }
    }

    // Servers read 31 bits. Small seeds stay what they are; the bits of larger ones are mixed, so that neighbours stay different.
    private static int ShortSeed(long seed) => seed is >= 0 and <= int.MaxValue ? (int)seed : (int)((unchecked((ulong)seed) * 0x9E3779B97F4A7C15) >> 33);

    private static JsonObject Message(string role, string text) => new() { ["role"] = role, ["content"] = text };

    private static string Role(ChatRole role) => role switch
    {
        ChatRole.System => "system",
        ChatRole.Assistant => "assistant",
        _ => "user",
    };
}
