using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Connection;

namespace NasDaemon.LanguageModels.OpenAI.Servers;

/// <summary>Finds out which server answers, which model it has, and what it can do.</summary>
/// <param name="client">Speaks to the server.</param>
/// <param name="address">The server's address.</param>
/// <param name="options">What the settings say.</param>
internal sealed class ServerProbe(ServerClient client, ServerAddress address, ServerOptions options)
{
    private const int UsualContext = 4_096;

    /// <summary>Asks the server.</summary>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>What is known of it.</returns>
    /// <exception cref="ServerException">It does not answer as such servers do.</exception>
    /// <exception cref="LanguageModelException">It has no such model.</exception>
    public async Task<ServerFacts> RunAsync(CancellationToken cancellation)
    {
        var models = await client.AskAsync("v1/models", null, ModelEntry.ReadList, cancellation).ConfigureAwait(false);
        var owner = models.Count == 0 ? string.Empty : models[0].Owner;
        var facts = owner switch
        {
            "llamacpp" => await LlamaServerAsync(models, cancellation).ConfigureAwait(false),
            "vllm" => await VllmAsync(models, cancellation).ConfigureAwait(false),
            _ => await OllamaAsync(models, cancellation).ConfigureAwait(false)
                ?? await LMStudioAsync(models, cancellation).ConfigureAwait(false)
                ?? Other(models),
        };
        return options.Context == 0 ? facts : facts with { Context = options.Context, Notes = [.. facts.Notes.Where(note => note != Guessed), .. Doubts(facts)] };
    }

    private static string Guessed => $"The server does not tell its context length: {UsualContext} is taken unless 'context' says otherwise.";

    private IEnumerable<string> Doubts(ServerFacts facts)
    {
        if (options.Context > facts.Context && !facts.Notes.Contains(Guessed))
        {
            yield return $"The settings say a context of {options.Context} tokens, the server {facts.Context}.";
        }
    }

    private async Task<ServerFacts> LlamaServerAsync(IReadOnlyList<ModelEntry> models, CancellationToken cancellation)
    {
        var properties = await TryAsync("props", null, cancellation).ConfigureAwait(false);
        var build = Json.Text(properties?["build_info"]);
        var counted = await TryAsync("tokenize", new JsonObject { ["content"] = "a" }, cancellation).ConfigureAwait(false);
        // It answers for its one model whatever name it is called by.
        var model = options.Model.Length > 0 ? options.Model : models[0].Id;
        return Facts(
            ServerKind.LlamaServer,
            build is null ? "llama-server" : $"llama-server {build}",
            model,
            Json.Count(Json.At(properties, "default_generation_settings", "n_ctx")) ?? models[0].Context,
            Json.Items(counted?["tokens"]) is not null,
            []);
    }

    private async Task<ServerFacts> VllmAsync(IReadOnlyList<ModelEntry> models, CancellationToken cancellation)
    {
        var model = Choose(models);
        var version = Json.Text((await TryAsync("version", null, cancellation).ConfigureAwait(false))?["version"]);
        var counted = await TryAsync("tokenize", new JsonObject { ["model"] = model.Id, ["prompt"] = "a" }, cancellation).ConfigureAwait(false);
        return Facts(ServerKind.Vllm, version is null ? "vLLM" : $"vLLM {version}", model.Id, model.Context, Json.Count(counted?["count"]) is not null, []);
    }

    private async Task<ServerFacts?> OllamaAsync(IReadOnlyList<ModelEntry> models, CancellationToken cancellation)
    {
        if (Json.Text((await TryAsync("api/version", null, cancellation).ConfigureAwait(false))?["version"]) is not { } version)
        {
            return null;
        }

        var model = Choose(models);
        var running = Json.Items((await TryAsync("api/ps", null, cancellation).ConfigureAwait(false))?["models"])
            ?.FirstOrDefault(entry => Json.Text(entry?["model"]) == model.Id || Json.Text(entry?["name"]) == model.Id);
        return Facts(
            ServerKind.Ollama,
            $"Ollama {version}",
            model.Id,
            Json.Count(running?["context_length"]),
            countsTokens: false,
            [
                "Ollama cuts longer prompts without a word: let its OLLAMA_CONTEXT_LENGTH and 'context' say the same.",
                "Ollama draws tokens by its own top-k, min-p and repeat penalty, and puts its template around plain text too.",
            ]);
    }

    private async Task<ServerFacts?> LMStudioAsync(IReadOnlyList<ModelEntry> models, CancellationToken cancellation)
    {
        if (Json.Items((await TryAsync("api/v0/models", null, cancellation).ConfigureAwait(false))?["data"]) is not { Count: > 0 } known)
        {
            return null;
        }

        var model = Choose(models);
        var entry = known.FirstOrDefault(entry => Json.Text(entry?["id"]) == model.Id);
        return Facts(
            ServerKind.LMStudio,
            "LM Studio",
            model.Id,
            Json.Count(entry?["loaded_context_length"]) ?? Json.Count(entry?["max_context_length"]),
            countsTokens: false,
            []);
    }

    private ServerFacts Other(IReadOnlyList<ModelEntry> models)
    {
        var model = Choose(models);
        return Facts(
            ServerKind.Other,
            "an OpenAI-compatible server",
            model.Id,
            model.Context,
            countsTokens: false,
            ["The server's own top-k, min-p and repeat penalty hold."]);
    }

    private static ServerFacts Facts(ServerKind kind, string library, string model, int? context, bool countsTokens, ImmutableArray<string> notes)
    {
        var facts = new ServerFacts(kind, library, model, context is > 0 ? context.Value : UsualContext, countsTokens, notes);
        facts = context is > 0 ? facts : facts with { Notes = [.. facts.Notes, Guessed] };
        facts = countsTokens ? facts : facts with { Notes = [.. facts.Notes, "Tokens of prompts are estimated before they are sent, on the high side."] };
        return facts.ContinuesAnswers ? facts : facts with { Notes = [.. facts.Notes, "The server cannot go on from a given beginning: the model is asked in words to begin with it."] };
    }

    private ModelEntry Choose(IReadOnlyList<ModelEntry> models)
    {
        if (options.Model.Length == 0)
        {
            return models.Count > 0 ? models[0] : throw None("has no model.", "Load one there, or name one by 'model'.");
        }

        // Some gateways list nothing and serve what they are asked for.
        return models.FirstOrDefault(model => model.Id == options.Model || model.Id == options.Model + ":latest")
            ?? (models.Count == 0 ? new ModelEntry(options.Model, string.Empty, null) : throw None(
                $"has no model '{options.Model}'.",
                $"It has: {string.Join(", ", models.Select(model => model.Id).Take(20))}."));
    }

    private LanguageModelException None(string what, string remedy) => new(ServerFailures.Say($"{address} {what}", remedy));

    // What a server does not know it refuses in ways of its own, and only the answer that is hoped for counts.
    private async Task<JsonNode?> TryAsync(string path, JsonObject? body, CancellationToken cancellation)
    {
        try
        {
            return await client.AskAsync<JsonNode?>(path, body, node => node as JsonObject, cancellation).ConfigureAwait(false);
        }
        catch (ServerException exception) when (!exception.IsTemporary || exception.Status == HttpStatusCode.InternalServerError)
        {
            return null;
        }
    }
}
