using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Answers;
using NasDaemon.LanguageModels.OpenAI.Connection;
using NasDaemon.LanguageModels.OpenAI.Servers;

namespace NasDaemon.LanguageModels.OpenAI;

/// <summary>Connects to a server and finds out what it has.</summary>
/// <param name="options">What the settings say.</param>
/// <param name="environment">Gives an environment variable.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Gives the random part of pauses.</param>
/// <param name="logging">Makes loggers.</param>
internal sealed partial class OpenAILoader(
    ServerOptions options,
    Func<string, string?> environment,
    TimeProvider time,
    Random random,
    ILoggerFactory logging) : ILanguageModelLoader
{
    /// <inheritdoc/>
    public LanguageModelHosting Hosting => LanguageModelHosting.Daemon;

    /// <inheritdoc/>
    public async Task<ILanguageModel> LoadAsync(string name, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var address = ServerAddress.Parse(options.Address, out var failure) ?? throw new LanguageModelException(failure!);
        var key = ApiKey.Read(options, environment);
        var retry = new RetryPolicy(options.Retries, time, random);
        var logger = logging.CreateLogger<OpenAILoader>();
        var client = new ServerClient(address, key, options.Timeouts, time);
        try
        {
            var facts = await retry.RunAsync(
                () => new ServerProbe(client, address, options).RunAsync(cancellation),
                (exception, pause) => LogRepeated(logger, name, exception.Failure.Message, pause.TotalSeconds),
                cancellation).ConfigureAwait(false);
            ImmutableArray<string> privacy = address.IsPrivate ? [] : ["Prompts, and the key where there is one, go over the network unencrypted."];
            var notes = new ModelNotes([.. facts.Notes, .. privacy]);
            var info = new LanguageModelInfo(
                name, DisplayName(facts.Model), facts.Library, address.ToString(), facts.Context, "the server's", facts.CountsTokens, notes.All);
            return new OpenAILanguageModel(new AnswerContext(client, facts, options, retry, notes, logger), info, notes);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    // llama-server calls a model by the path of its file unless it is told otherwise.
    private static string DisplayName(string model) => model.StartsWith('/') ? Path.GetFileName(model) : model;

    [LoggerMessage(802, LogLevel.Warning, "Language model {Name}: {Reason} Asked again in {Seconds:0.0} s")]
    private static partial void LogRepeated(ILogger logger, string name, string reason, double seconds);
}
