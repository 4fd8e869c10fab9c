using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Reports.Text.Json;

/// <summary>Where a candidate came from.</summary>
/// <param name="Kind">space for a search space, prompt for a language model, or other.</param>
/// <param name="Strategy">The strategy that proposed it.</param>
/// <param name="Parents">Numbers of the candidates that it was made from.</param>
/// <param name="InheritsWeightsFrom">Number of the candidate whose trained weights it starts from; null where it starts afresh.</param>
/// <param name="Answers">The decisions of the search space; empty for a language model.</param>
/// <param name="Model">The language model; null where none wrote it.</param>
/// <param name="Prompt">The whole prompt that the model was given; null where none was.</param>
/// <param name="Temperature">The sampling temperature.</param>
/// <param name="Seed">The seed that the model's answer was sampled with; null where none is known.</param>
/// <param name="Supporting">How many supporting networks the prompt showed beside its reference.</param>
/// <param name="Writing">How the model's answers became the source; null where none wrote it.</param>
internal sealed record OriginDocument(
    string Kind,
    string Strategy,
    ImmutableArray<int> Parents,
    int? InheritsWeightsFrom,
    ImmutableArray<AnswerDocument> Answers,
    string? Model,
    string? Prompt,
    double? Temperature,
    long? Seed,
    int? Supporting,
    WritingDocument? Writing)
{
    public static OriginDocument Of(Candidate candidate) => candidate.Origin switch
    {
        SpaceOrigin space => Plain("space", candidate) with { Answers = [.. space.Answers.Answers.Select(AnswerDocument.Of)] },
        PromptOrigin prompt => Plain("prompt", candidate) with
        {
            Model = prompt.Model,
            Prompt = prompt.Prompt,
            Temperature = prompt.Temperature,
            Seed = prompt.Seed,
            Supporting = prompt.Supporting,
            Writing = WritingDocument.Of(prompt.Writing),
        },
        _ => Plain("other", candidate),
    };

    private static OriginDocument Plain(string kind, Candidate candidate) =>
        new(kind, candidate.Origin.Strategy, candidate.Origin.Parents, candidate.InheritsWeightsFrom, [], null, null, null, null, null, null);
}

/// <summary>One decision of a search space.</summary>
/// <param name="Name">Of the decision.</param>
/// <param name="Choice">What was chosen.</param>
/// <param name="Index">Its place among the options, from 0.</param>
internal sealed record AnswerDocument(string Name, string Choice, int Index)
{
    public static AnswerDocument Of(Answer answer) => new(answer.Name, answer.Text, answer.Index);
}
