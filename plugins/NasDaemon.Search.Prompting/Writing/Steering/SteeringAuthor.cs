using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Search.Prompting.Writing.Answers;
using NasDaemon.Search.Prompting.Writing.Extraction;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>Checks an answer while it is written, and goes on with one that ended before its network was whole.</summary>
/// <param name="model">The model.</param>
/// <param name="sources">Reads what is there.</param>
/// <param name="clock">Times what is written.</param>
internal sealed class SteeringAuthor(ISteerableLanguageModel model, ISourceReader sources, TimeProvider clock) : IAuthor
{
    private const int MostFinishes = 3;
    private const string Fence = "```python\n";

    private readonly PlainAuthor _plain = new(model);

    /// <inheritdoc/>
    public async Task<Answer> WriteAsync(ChatPrompt prompt, WritingRequest request, WritingLedger ledger, CancellationToken cancellation)
    {
        var answer = request is { Help.Checks: true, Grammar: null }
            ? await ContinueAsync(prompt, prompt.AnswerStart, request, ledger, cancellation).ConfigureAwait(false)
            : await _plain.WriteAsync(prompt, request, ledger, cancellation).ConfigureAwait(false);
        for (var turn = 1; turn <= MostFinishes && request.Help.Finish && answer.Failure is null; turn++)
        {
            // A model that has written mostly in vain, or to its limit twice, is asked no more.
            var isEndless = turn > 1 && answer.Reason == FinishReason.Length;
            if (Plan(answer, request, closes: turn == MostFinishes || isEndless || !ledger.HasPatience(answer.Tokens)) is not { } plan)
            {
                break;
            }

            var longer = await FinishAsync(prompt, answer, plan, request, ledger, cancellation).ConfigureAwait(false);
            if (longer.Failure is { IsPassing: true })
            {
                return longer with { Tokens = answer.Tokens + longer.Tokens };
            }

            if (longer.Failure is not null)
            {
                break;
            }

            answer = longer;
        }

        return answer;
    }

    private FinishPlan? Plan(Answer answer, WritingRequest request, bool closes)
    {
        if (AnswerCode.Find(answer.Text) is not [var block, ..] || sources.Read(block.Text).Failure is null)
        {
            return null;
        }

        return FinishPlan.Make(sources, block.Text, request.Help.Mend, closes);
    }

    private async Task<Answer> FinishAsync(
        ChatPrompt prompt, Answer answer, FinishPlan plan, WritingRequest request, WritingLedger ledger, CancellationToken cancellation)
    {
        var failure = AnswerCode.Find(answer.Text) is [var block, ..] ? sources.Read(block.Text).Failure! : answer.Failure!;
        var start = Fence + plan.Kept + plan.Added;
        var longer = plan.IsWhole
            ? new Answer(start, 0, FinishReason.Stop, null)
            : await ContinueAsync(prompt, start, request, ledger, cancellation).ConfigureAwait(false);
        if (longer.Failure is not null)
        {
            return longer;
        }

        var kept = await CountAsync(prompt, Fence + plan.Kept, cancellation).ConfigureAwait(false);
        ledger.Discard(Math.Max(0, answer.Tokens - kept));
        longer = longer with { Tokens = longer.Tokens + Math.Min(kept, answer.Tokens) };
        var helped = AnswerCode.Find(longer.Text) is [var whole, ..] && sources.Read(whole.Text).Failure?.Message != failure.Message;
        ledger.Note(WritingStepKind.Finish, failure, plan.Added + longer.Text[start.Length..], helped);
        return longer;
    }

    // How many tokens a beginning has that the model wrote.
    private async ValueTask<int> CountAsync(ChatPrompt prompt, string start, CancellationToken cancellation) =>
        await model.CountTokensAsync(prompt with { AnswerStart = start }, cancellation).ConfigureAwait(false)
        - await model.CountTokensAsync(prompt, cancellation).ConfigureAwait(false);

    private async Task<Answer> ContinueAsync(ChatPrompt prompt, string start, WritingRequest request, WritingLedger ledger, CancellationToken cancellation)
    {
        try
        {
            return await WriteOnAsync(prompt, start, request, ledger, cancellation).ConfigureAwait(false);
        }
        catch (LanguageModelException exception)
        {
            return new Answer(start, 0, FinishReason.Failed, exception.Failure);
        }
    }

    private async Task<Answer> WriteOnAsync(ChatPrompt prompt, string start, WritingRequest request, WritingLedger ledger, CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();
        await using var sequence = await model.OpenAsync(prompt with { AnswerStart = start }, cancellation).ConfigureAwait(false);
        var length = sequence.Length;
        var text = new WrittenText(sequence, start);
        var (reason, failure) = (FinishReason.Failed, (Failure?)null);
        try
        {
            reason = request.Help.Checks
                ? await new CheckedContinuation(sources, request, ledger).RunAsync(text, cancellation).ConfigureAwait(false)
                : (await text.WriteAsync(new ContinuationRequest(request.Sampling, request.MaximumTokens, ["\n```"]), cancellation).ConfigureAwait(false)).Reason;
        }
        catch (LanguageModelException exception)
        {
            failure = exception.Failure;
        }

        ledger.Spend(new TokenUsage(length, text.Reused, text.Written, text.ReadingTime, clock.GetElapsedTime(begun) - text.ReadingTime));
        return new Answer(text.Text, text.Kept, reason, failure);
    }
}
