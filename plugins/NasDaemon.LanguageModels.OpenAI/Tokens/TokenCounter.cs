using System.Text.Json.Nodes;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Connection;
using NasDaemon.LanguageModels.OpenAI.Requests;
using NasDaemon.LanguageModels.OpenAI.Servers;

namespace NasDaemon.LanguageModels.OpenAI.Tokens;

/// <summary>Counts the tokens of prompts: by the server where it counts, else by a guess on the high side.</summary>
/// <param name="client">Speaks to the server.</param>
/// <param name="facts">What is known of the server.</param>
/// <param name="writer">Writes prompts as the server understands them.</param>
/// <param name="estimate">The guess.</param>
internal sealed class TokenCounter(ServerClient client, ServerFacts facts, RequestWriter writer, TokenEstimate estimate)
{
    private const string Tokenize = "tokenize";

    /// <summary>Counts.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>How many tokens.</returns>
    /// <exception cref="ServerException">The server does not answer.</exception>
    public async Task<int> CountAsync(Prompt prompt, CancellationToken cancellation) => (facts.CountsTokens, facts.Kind) switch
    {
        (true, ServerKind.LlamaServer) => await CountTextAsync(await RenderAsync(prompt, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false),
        (true, _) => await client.AskAsync(
            Tokenize,
            writer.PromptFields(prompt),
            answer => Json.Count(answer["count"]) ?? throw new FormatException("There is no 'count'."),
            cancellation).ConfigureAwait(false),
        _ => estimate.Of(prompt),
    };

    private async Task<string> RenderAsync(Prompt prompt, CancellationToken cancellation) => prompt is TextPrompt text
        ? text.Text
        : await client.AskAsync(
            "apply-template",
            writer.PromptFields(prompt),
            answer => Json.Text(answer["prompt"]) ?? throw new FormatException("There is no 'prompt'."),
            cancellation).ConfigureAwait(false);

    private Task<int> CountTextAsync(string text, CancellationToken cancellation) => client.AskAsync(
        Tokenize,
        new JsonObject { ["content"] = text, ["add_special"] = true, ["parse_special"] = true },
        answer => Json.Items(answer["tokens"])?.Count ?? throw new FormatException("There are no 'tokens'."),
        cancellation);
}
