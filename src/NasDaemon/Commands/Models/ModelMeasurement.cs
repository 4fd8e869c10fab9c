using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Commands.Tracing;

namespace NasDaemon.Commands.Models;

/// <summary>What was found out about a language model.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Load">How long it took to load.</param>
/// <param name="Network">The network that it wrote.</param>
/// <param name="Together">How fast it answered several requests at once.</param>
/// <param name="Reuse">What reading the same prompt twice cost.</param>
/// <param name="Outcome">What the tracer says of the network.</param>
internal sealed record ModelMeasurement(
    LanguageModelInfo Info, TimeSpan Load, WrittenNetwork Network, ModelSpeed Together, PrefixReuse Reuse, TraceOutcome Outcome)
{
    /// <summary>The figures as they are written as JSON.</summary>
    /// <returns>The object.</returns>
    public object ToJson() => new
    {
        Info.Name,
        Info.Model,
        Info.Library,
        Info.Device,
        Info.ContextLength,
        Info.Template,
        Info.CountsExactly,
        Info.Notes,
        LoadSeconds = Load.TotalSeconds,
        One = Speed(Network.Speed),
        Together = Speed(Together),
        Reuse = new { Reuse.Again.Prompt, Reuse.Again.Reused, FirstSeconds = Reuse.First.PromptTime.TotalSeconds, AgainSeconds = Reuse.Again.PromptTime.TotalSeconds },
        Network = new { Network.Source, Network.IsCutOff, Runs = Outcome.IsAccepted, Failure = Outcome.Failure?.Message },
    };

    private static object Speed(ModelSpeed speed) => new
    {
        speed.Answers,
        PromptTokens = speed.Prompt,
        PromptSeconds = speed.PromptTime.TotalSeconds,
        GeneratedTokens = speed.Generated,
        GenerationSeconds = speed.GenerationTime.TotalSeconds,
        Seconds = speed.Whole.TotalSeconds,
    };
}
