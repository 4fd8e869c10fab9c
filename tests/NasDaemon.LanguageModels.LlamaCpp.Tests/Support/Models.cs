using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Loading;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests.Support;

/// <summary>Loads models for tests.</summary>
internal static class Models
{
    /// <summary>Loads a model in one thread.</summary>
    public static async Task<ISteerableLanguageModel> LoadAsync(string path, Func<LlamaCppOptions, LlamaCppOptions>? configure = null)
    {
        var options = new LlamaCppOptions { Path = path, Threads = 1 };
        var loader = new LlamaCppLoader(configure?.Invoke(options) ?? options, Path.GetDirectoryName(path)!, TimeProvider.System);
        return (ISteerableLanguageModel)await loader.LoadAsync("test", CancellationToken.None);
    }

    /// <summary>A greedy request for a text's continuation.</summary>
    public static CompletionRequest Greedy(Prompt prompt, int tokens) => new(prompt, new SamplingSettings(1, Temperature: 0), tokens, []);

    /// <summary>A conversation of one message.</summary>
    public static ChatPrompt Chat(string text) => new([new ChatMessage(ChatRole.User, text)]);

    /// <summary>Asks a model and joins what it answers.</summary>
    public static async Task<(string Text, CompletionEnd End)> AskAsync(this ILanguageModel model, CompletionRequest request, CancellationToken cancellation = default)
    {
        var (text, end) = ("", (CompletionEnd?)null);
        await foreach (var part in model.CompleteAsync(request, cancellation))
        {
            text += (part as CompletionText)?.Text;
            end = part as CompletionEnd ?? end;
        }

        return (text, end!);
    }
}
