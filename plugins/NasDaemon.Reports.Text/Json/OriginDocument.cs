using System.Collections.Immutable;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Reports.Text.Json;

/// <summary>Where a candidate came from.</summary>
internal sealed record OriginDocument(
    string Kind,
    string Strategy,
    ImmutableArray<int> Parents,
    ImmutableArray<AnswerDocument> Answers,
    string? Model,
    double? Temperature,
    int? Supporting,
    WritingDocument? Writing)
{
    public static OriginDocument Of(CandidateOrigin origin) => origin switch
    {
        SpaceOrigin space => new("space", space.Strategy, space.Parents, [.. space.Answers.Answers.Select(AnswerDocument.Of)], null, null, null, null),
        PromptOrigin prompt => new(
            "prompt", prompt.Strategy, prompt.Parents, [], prompt.Model, prompt.Temperature, prompt.Supporting, WritingDocument.Of(prompt.Writing)),
        _ => new("other", origin.Strategy, origin.Parents, [], null, null, null, null),
    };
}

/// <summary>One decision of a search space.</summary>
internal sealed record AnswerDocument(string Name, string Choice, int Index)
{
    public static AnswerDocument Of(Answer answer) => new(answer.Name, answer.Text, answer.Index);
}
