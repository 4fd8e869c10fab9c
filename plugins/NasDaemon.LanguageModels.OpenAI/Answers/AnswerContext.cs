using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Connection;
using NasDaemon.LanguageModels.OpenAI.Requests;
using NasDaemon.LanguageModels.OpenAI.Servers;
using NasDaemon.LanguageModels.OpenAI.Tokens;

namespace NasDaemon.LanguageModels.OpenAI.Answers;

/// <summary>What all answers of a model share, and what one learns for the next.</summary>
internal sealed partial class AnswerContext
{
    private readonly RequestWriter _writer;
    private readonly ModelNotes _notes;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private Dialect _dialect;

    /// <summary>Takes what they share.</summary>
    /// <param name="client">Speaks to the server.</param>
    /// <param name="facts">What is known of the server.</param>
    /// <param name="options">What the settings say.</param>
    /// <param name="retry">When a request is sent again.</param>
    /// <param name="notes">Takes what is worth knowing.</param>
    /// <param name="logger">Told when a request is sent again.</param>
    public AnswerContext(ServerClient client, ServerFacts facts, ServerOptions options, RetryPolicy retry, ModelNotes notes, ILogger logger)
    {
        (Client, Facts, Retry, _notes, _logger) = (client, facts, retry, notes, logger);
        _writer = new RequestWriter(facts);
        _dialect = options.Stream ? Dialect.Full : Dialect.Full.Without(Dialect.Stream);
        Counter = new TokenCounter(client, facts, _writer, Estimate);
    }

    /// <summary>Speaks to the server.</summary>
    public ServerClient Client { get; }

    /// <summary>What is known of the server.</summary>
    public ServerFacts Facts { get; }

    /// <summary>When a request is sent again.</summary>
    public RetryPolicy Retry { get; }

    /// <summary>Guesses how many tokens there are.</summary>
    public TokenEstimate Estimate { get; } = new();

    /// <summary>Counts the tokens of prompts.</summary>
    public TokenCounter Counter { get; }

    /// <summary>Writes a request.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The body.</returns>
    /// <exception cref="ServerException">The server does not count the prompt's tokens.</exception>
    public async Task<JsonObject> WriteAsync(CompletionRequest request, CancellationToken cancellation)
    {
        var longest = request.MaximumTokens;

        // vLLM refuses an answer that might not fit, where others end it with the context.
        if (Facts is { Kind: ServerKind.Vllm, CountsTokens: true } && Estimate.Of(request.Prompt) + (long)longest > Facts.Context)
        {
            var prompt = await Counter.CountAsync(request.Prompt, cancellation).ConfigureAwait(false);
            longest = Math.Clamp(Facts.Context - prompt, 1, longest);
        }

        return _writer.Write(request, longest, _dialect);
    }

    /// <summary>Leaves away what the server does not take.</summary>
    /// <param name="exception">How it refused the request.</param>
    /// <returns>Whether the request may be sent again at once, since it will be another.</returns>
    public bool Adapt(ServerException exception)
    {
        if (exception.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotImplemented))
        {
            return false;
        }

        lock (_lock)
        {
            if (_dialect.Find(exception.ServerText) is not { } field)
            {
                return false;
            }

            _dialect = _dialect.Without(field);
            _notes.Add($"The server does not take '{field}', so it is not sent.");
            LogAdapted(field);
            return true;
        }
    }

    /// <summary>Says that a request is sent again.</summary>
    /// <param name="exception">How the last attempt failed.</param>
    /// <param name="pause">How long is waited.</param>
    public void Tell(ServerException exception, TimeSpan pause) => LogRepeated(exception.Failure.Message, pause.TotalSeconds);

    /// <summary>Learns from what an answer cost.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="cost">What it cost.</param>
    public void Learn(Prompt prompt, AnswerCost cost)
    {
        if (cost.ReportedPrompt is { } tokens)
        {
            Estimate.Learn(prompt, tokens);
        }

        if (!cost.IsReported)
        {
            _notes.Add("The server does not say what every answer costs: some token counts are estimated.");
        }
    }

    [LoggerMessage(800, LogLevel.Warning, "{Reason} Asked again in {Seconds:0.0} s")]
    private partial void LogRepeated(string reason, double seconds);

    [LoggerMessage(801, LogLevel.Information, "The server does not take {Field}, so it is not sent")]
    private partial void LogAdapted(string field);
}
