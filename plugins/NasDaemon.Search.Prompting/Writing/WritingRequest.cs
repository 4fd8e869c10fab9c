using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Writing;

/// <summary>A network that is to be written.</summary>
/// <param name="Prompt">What asks for it.</param>
/// <param name="Sampling">How tokens are drawn; further attempts derive their seeds from its seed.</param>
/// <param name="MaximumTokens">The longest answer in tokens.</param>
/// <param name="Help">What is done for the network besides taking the model's answer.</param>
internal sealed record WritingRequest(ChatPrompt Prompt, SamplingSettings Sampling, int MaximumTokens, WritingHelp Help)
{
    /// <summary>
    /// Makes a source of an answer that is not one itself; null where the answer is the source. With it statements are not checked while
    /// they are written and nothing is finished; a repair is answered with a whole source.
    /// </summary>
    public IAnswerReader? Reader { get; init; }

    /// <summary>A GBNF grammar that the answer follows, or null. With it statements are not checked while they are written.</summary>
    public string? Grammar { get; init; }
}
