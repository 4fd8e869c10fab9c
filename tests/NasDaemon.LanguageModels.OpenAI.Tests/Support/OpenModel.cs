using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Testing;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Support;

/// <summary>Opens models with the options that a test gives.</summary>
internal static class OpenModel
{
    public static ServerOptions Options(string address, params (string Name, JsonValue Value)[] given) =>
        ServerOptions.Read(DefaultOptions.Of(ServerOptions.Description, [("address", JsonValue.Create(address)), .. given]), "/models");

    public static Task<ILanguageModel> AtAsync(string address, params (string Name, JsonValue Value)[] given) =>
        AtAsync(Options(address, given), new TestTime());

    public static Task<ILanguageModel> AtAsync(ServerOptions options, TimeProvider time, Func<string, string?>? environment = null, ILoggerFactory? logging = null) =>
        new OpenAILoader(options, environment ?? (_ => null), time, new Random(1), logging ?? NullLoggerFactory.Instance).LoadAsync("server", CancellationToken.None);

    /// <summary>A request for a short answer to a short question.</summary>
    public static CompletionRequest Request(string text = "Write a network.") =>
        new(new ChatPrompt([new ChatMessage(ChatRole.User, text)]), new SamplingSettings(1), MaximumTokens: 8, StopStrings: []);

    /// <summary>Asks and joins what is answered.</summary>
    public static async Task<(string Text, CompletionEnd End)> AskAsync(this ILanguageModel model, CompletionRequest request, CancellationToken cancellation = default)
    {
        var text = string.Empty;
        CompletionEnd? end = null;
        await foreach (var part in model.CompleteAsync(request, cancellation))
        {
            Assert.Null(end);
            text += (part as CompletionText)?.Text;
            end = part as CompletionEnd;
        }

        return (text, end!);
    }
}
