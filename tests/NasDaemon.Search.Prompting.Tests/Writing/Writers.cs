using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Search.Prompting.Tests.Support;
using NasDaemon.Search.Prompting.Writing;
using NasDaemon.Testing;

namespace NasDaemon.Search.Prompting.Tests.Writing;

/// <summary>Lets scripted models write.</summary>
internal static class Writers
{
    public static ISourceReader Sources { get; } = StrategyContexts.Create(
        new ComponentSelection("few-shot", Abstractions.Plugins.OptionValues.None), Networks.Space, new RandomStreams(1)).Sources;

    public static IRepairPrompt Repair { get; } = new Asking();

    public static WritingRequest Request(WritingHelp help, int maximumTokens = 4096, string start = "") => new(
        new ChatPrompt([new ChatMessage(ChatRole.System, "You write networks."), new ChatMessage(ChatRole.User, "Write one.")], start),
        new SamplingSettings(7),
        maximumTokens,
        help);

    public static async Task<WritingResult> WriteAsync(ILanguageModel model, WritingRequest request) =>
        Assert.Single(await new NetworkWriter(model, Sources, Repair, TimeProvider.System).WriteAsync([request], default));

    private sealed class Asking : IRepairPrompt
    {
        public string Ask(string source, Failure failure) => $"Put right line {failure.Line}: {failure.Message}";
    }
}
