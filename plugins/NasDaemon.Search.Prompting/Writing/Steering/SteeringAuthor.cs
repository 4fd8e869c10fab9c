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
    private const int MostFinishes = 2;
    private const string Fence = "```python\n";

    private readonly PlainAuthor _plain = new(model);

    /// <inheritdoc/>
    public async Task<Answer> WriteAsync(ChatPrompt prompt, WritingRequest request, WritingLedger ledger, CancellationToken cancellation)
    {
        try
        {
            var answer = request.Help.Check > 0
                ? await ContinueAsync(prompt, prompt.AnswerStart, request, ledger, cancellation).ConfigureAwait(false)
                : await _plain.WriteAsync(prompt, request, ledger, cancellation).ConfigureAwait(false);
            for (var turn = 0; turn < MostFinishes && request.Help.Finish && answer.Failure is null; turn++)
            {
                if (Plan(answer, request) is not { } plan)
                {
                    break;
                }

                answer = await FinishAsync(prompt, answer, plan, request, ledger, cancellation).ConfigureAwait(false);
            }

            return answer;
        }
        catch (LanguageModelException exception)
        {
            return new Answer(prompt.AnswerStart, 0, FinishReason.Failed, exception.Failure);
        }
    }

    private FinishPlan? Plan(Answer answer, WritingRequest request)
    {
        if (AnswerCode.Find(answer.Text) is not [var block, ..] || sources.Read(block.Text).Failure is null)
        {
            return null;
        }

        return FinishPlan.Make(sources, block.Text, request.Help.Mend);
    }

    private async Task<Answer> FinishAsync(
        ChatPrompt prompt, Answer answer, FinishPlan plan, WritingRequest request, WritingLedger ledger, CancellationToken cancellation)
    {
        var failure = AnswerCode.Find(answer.Text) is [var block, ..] ? sources.Read(block.Text).Failure! : answer.Failure!;
        var start = Fence + plan.Kept + plan.Added;
        var longer = await ContinueAsync(prompt, start, request, ledger, cancellation).ConfigureAwait(false);
        var helped = AnswerCode.Find(longer.Text) is [var whole, ..] && sources.Read(whole.Text).Failure?.Message != failure.Message;
        ledger.Note(WritingStepKind.Finish, failure, longer.Text[start.Length..], helped);
        return longer;
    }

    private async Task<Answer> ContinueAsync(ChatPrompt prompt, string start, WritingRequest request, WritingLedger ledger, CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();
        await using var sequence = await model.OpenAsync(prompt with { AnswerStart = start }, cancellation).ConfigureAwait(false);
        var (length, read) = (sequence.Length, clock.GetElapsedTime(begun));
        var text = new WrittenText(sequence, start);
        var reason = request.Help.Check > 0
            ? await new CheckedContinuation(sources, request, ledger).RunAsync(text, cancellation).ConfigureAwait(false)
            : (await text.WriteAsync(new ContinuationRequest(request.Sampling, request.MaximumTokens, ["\n```"]), cancellation).ConfigureAwait(false)).Reason;
        ledger.Spend(new TokenUsage(length, 0, text.Written, read, clock.GetElapsedTime(begun) - read));
        return new Answer(text.Text, text.Kept, reason, null);
    }
}
