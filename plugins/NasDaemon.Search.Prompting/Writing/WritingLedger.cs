using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Search.Prompting.Writing;

/// <summary>Keeps the history of one network while it is written.</summary>
internal sealed class WritingLedger
{
    private const int Leniency = 128;

    private readonly ImmutableArray<WritingStep>.Builder _steps = ImmutableArray.CreateBuilder<WritingStep>();
    private TokenUsage _usage = TokenUsage.None;
    private string _answer = string.Empty;
    private int _discarded;
    private int _lost;

    /// <summary>The history so far.</summary>
    public WritingHistory History => new(_answer, _usage, _discarded + _lost, _steps.ToImmutable(), []);

    /// <summary>Whether a network is still worth more tries: those that throw away more than they keep hardly ever come right.</summary>
    /// <param name="kept">How many tokens its answer has.</param>
    public bool HasPatience(int kept) => _discarded <= kept + Leniency;

    /// <summary>Notes what something cost.</summary>
    /// <param name="usage">The cost.</param>
    public void Spend(TokenUsage usage) => _usage = new TokenUsage(
        _usage.Prompt + usage.Prompt,
        _usage.Reused + usage.Reused,
        _usage.Generated + usage.Generated,
        _usage.PromptTime + usage.PromptTime,
        _usage.GenerationTime + usage.GenerationTime);

    /// <summary>Notes that tokens were written in vain.</summary>
    /// <param name="tokens">How many.</param>
    public void Discard(int tokens) => _discarded += tokens;

    /// <summary>Notes that what was written is gone with the model's process, which says nothing about the network.</summary>
    /// <param name="tokens">How many tokens it had.</param>
    public void Lose(int tokens) => _lost += tokens;

    /// <summary>Notes the model's answer, in place of an earlier one.</summary>
    /// <param name="answer">The answer as it wrote it.</param>
    public void Answer(string answer) => _answer = answer;

    /// <summary>Notes something that was done.</summary>
    /// <param name="kind">What.</param>
    /// <param name="failure">What made it necessary.</param>
    /// <param name="change">What it changed.</param>
    /// <param name="helped">Whether the failure was gone afterwards.</param>
    public void Note(WritingStepKind kind, Failure failure, string change, bool helped) => _steps.Add(new WritingStep(kind, failure, change, helped));
}
