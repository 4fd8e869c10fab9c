using System.Text.Json.Nodes;
using NasDaemon.Testing.Http;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Support;

/// <summary>
/// A server that speaks the protocol as one of the real ones does. Its model writes fixed words, beginning where the seed says; a token is a
/// word of the answer and three letters of the prompt.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    public const int Context = 600;

    private static readonly string[] Words =
        ["class", " Net", "(nn", ".Module", "):\n", "    # é 😀", " x", " =", " self", ".conv", "(x", ")\n", "    return", " x\n"];

    private readonly LoopbackServer _server;
    private readonly Queue<Func<LoopbackRequest, LoopbackResponse, Task>> _script = new();

    /// <summary>Starts it.</summary>
    /// <param name="owner">How its list of models gives it away: <c>llamacpp</c>, <c>vllm</c>, <c>library</c>, …</param>
    public ModelServer(string owner = "llamacpp")
    {
        Owner = owner;
        _server = new LoopbackServer(HandleAsync);
    }

    public string Owner { get; }

    public string Address => _server.Address;

    /// <summary>The requests for answers, in order.</summary>
    public IReadOnlyList<LoopbackRequest> Asked => [.. _server.Requests.Where(request => request.Path.EndsWith("/completions", StringComparison.Ordinal))];

    public IReadOnlyList<LoopbackRequest> Requests => _server.Requests;

    /// <summary>What is answered on other paths, by path.</summary>
    public Dictionary<string, string> Pages { get; } = [];

    /// <summary>Lets the next request for an answer be served so, in place of as usual.</summary>
    public void Next(Func<LoopbackRequest, LoopbackResponse, Task> serve) => _script.Enqueue(serve);

    /// <summary>Lets the next answer be these lines of a stream.</summary>
    public void NextStream(params string[] pieces) => Next(async (_, response) =>
    {
        await response.BeginAsync(200, "text/event-stream", null);
        foreach (var piece in pieces)
        {
            await response.WriteAsync(piece);
        }

        await response.FinishAsync();
    });

    /// <summary>Lets the next answer be an error.</summary>
    public void NextError(int status, string body, params string[] headers) =>
        Next((_, response) => response.SendAsync(status, "application/json", body, headers));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>A piece of a streamed answer.</summary>
    public static string Piece(string text) => "data: " + new JsonObject
    {
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["content"] = text }, ["finish_reason"] = null }),
    }.ToJsonString() + "\n\n";

    /// <summary>The piece that ends an answer.</summary>
    public static string Last(string reason) => $$"""data: {"choices":[{"index":0,"delta":{},"finish_reason":"{{reason}}"}]}""" + "\n\n";

    private async Task HandleAsync(LoopbackRequest request, LoopbackResponse response)
    {
        if (request.Path.EndsWith("/completions", StringComparison.Ordinal))
        {
            await (_script.TryDequeue(out var serve) ? serve : AnswerAsync)(request, response);
        }
        else if (Pages.TryGetValue(request.Path, out var page) || (page = Usual(request)) is not null)
        {
            await response.SendJsonAsync(page);
        }
        else
        {
            await response.SendAsync(404, "application/json", """{"error":{"message":"File Not Found","type":"not_found_error","code":404}}""");
        }
    }

    private string? Usual(LoopbackRequest request) => (Owner, request.Path) switch
    {
        ("vllm", "/v1/models") => Models($$""","max_model_len":{{Context}}"""),
        (_, "/v1/models") => Models(string.Empty),
        ("llamacpp", "/props") => $$"""{"default_generation_settings":{"n_ctx":{{Context}}},"build_info":"b7000-abc"}""",
        ("llamacpp", "/apply-template") => new JsonObject { ["prompt"] = Render(request.Json) }.ToJsonString(),
        ("llamacpp", "/tokenize") => $$"""{"tokens":[{{string.Join(',', Enumerable.Range(0, Tokens((string)request.Json["content"]!)))}}]}""",
        ("vllm", "/version") => """{"version":"0.12.0"}""",
        ("vllm", "/tokenize") => $$"""{"count":{{Tokens(Render(request.Json))}},"max_model_len":{{Context}},"tokens":[]}""",
        ("library", "/api/version") => """{"version":"0.15.1"}""",
        ("library", "/api/ps") => $$"""{"models":[{"name":"coder:latest","model":"coder:latest","context_length":{{Context}}}]}""",
        ("organization_owner", "/api/v0/models") => $$"""{"data":[{"id":"coder","max_context_length":32768,"loaded_context_length":{{Context}}}]}""",
        _ => null,
    };

    private string Models(string more) =>
        $$"""{"object":"list","data":[{"id":"{{(Owner == "library" ? "coder:latest" : "coder")}}","object":"model","owned_by":"{{Owner}}"{{more}}}]}""";

    private static string Render(JsonNode body) => body["messages"] is JsonArray messages
        ? string.Concat(messages.Select(message => $"<{message!["role"]}>{message["content"]}"))
        : (string)body["prompt"]!;

    private static int Tokens(string text) => (text.Length + 2) / 3;

    private async Task AnswerAsync(LoopbackRequest request, LoopbackResponse response)
    {
        var body = request.Json;
        var prompt = Tokens(Render(body));
        if (prompt >= Context)
        {
            await response.SendAsync(400, "application/json", $$$"""{"error":{"code":400,"message":"request ({{{prompt}}} tokens) exceeds the available context size ({{{Context}}} tokens)","type":"exceed_context_size_error"}}""");
            return;
        }

        var isChat = request.Path.Contains("/chat/", StringComparison.Ordinal);
        // One of them leaves stop strings to its caller, as some real ones do.
        var stops = Owner != "somebody" && body["stop"] is JsonArray list ? list.Select(stop => (string)stop!).ToList() : [];
        var (words, reason) = Write((int)body["seed"]!, Math.Min((int)body["max_tokens"]!, Context - prompt), stops);
        var usage = $$$"""{"prompt_tokens":{{{prompt}}},"completion_tokens":{{{words.Count}}},"prompt_tokens_details":{"cached_tokens":1}}""";
        if (body["stream"] is null)
        {
            var whole = new JsonObject { [isChat ? "message" : "text"] = isChat ? new JsonObject { ["content"] = string.Concat(words) } : string.Concat(words), ["finish_reason"] = reason };
            await response.SendJsonAsync($$"""{"choices":[{{whole.ToJsonString()}}],"usage":{{usage}}}""");
            return;
        }

        await response.BeginAsync(200, "text/event-stream", null);
        foreach (var word in words)
        {
            await response.WriteAsync(isChat ? Piece(word) : $"data: {new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["text"] = word }) }.ToJsonString()}\n\n");
        }

        await response.WriteAsync(Last(reason));
        await response.WriteAsync($$"""data: {"choices":[],"usage":{{usage}}}""" + "\n\ndata: [DONE]\n\n");
        await response.FinishAsync();
    }

    private static (List<string> Words, string Reason) Write(int seed, int limit, List<string> stops)
    {
        var words = Enumerable.Range(0, limit).Select(index => Words[((seed % Words.Length) + index) % Words.Length]).ToList();
        var text = string.Concat(words);
        var end = stops.Select(stop => text.IndexOf(stop, StringComparison.Ordinal)).Where(found => found >= 0).DefaultIfEmpty(-1).Min();
        return end < 0 ? (words, "length") : ([text[..end]], "stop");
    }
}
