using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Sources;
using NasDaemon.Search.Prompting.Writing.Answers;
using NasDaemon.Search.Prompting.Writing.Repairing;
using NasDaemon.Search.Prompting.Writing.Steering;

namespace NasDaemon.Search.Prompting.Writing;

/// <summary>Lets a language model write networks, and helps it as far as each request wants.</summary>
/// <param name="model">The model.</param>
/// <param name="sources">Reads and mends sources.</param>
/// <param name="repair">Words the request to put a source right.</param>
/// <param name="clock">Times what is written piece by piece.</param>
internal sealed class NetworkWriter(ILanguageModel model, ISourceReader sources, IRepairPrompt repair, TimeProvider clock) : INetworkWriter
{
    // A step between the seeds of attempts that no user's seeds are likely to have.
    private const long SeedStep = 7_919_000_003;

    // A process that dies once was killed; one that dies three times over the same prompt dies of it.
    private const int MostDeaths = 2;

    private readonly DraftReader _drafts = new(sources);
    private readonly RepairConversation _conversation = new(model, repair);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WritingResult>> WriteAsync(IReadOnlyList<WritingRequest> requests, CancellationToken cancellation) =>
        await Task.WhenAll(requests.Select(request => WriteOneAsync(request, cancellation))).ConfigureAwait(false);

    private async Task<WritingResult> WriteOneAsync(WritingRequest request, CancellationToken cancellation)
    {
        var ledger = new WritingLedger();
        var (draft, answer) = await TryAsync(request.Prompt, request, ledger, cancellation).ConfigureAwait(false);
        for (var attempt = 1; attempt <= request.Help.Repairs && IsWorthRepairing(draft) && ledger.HasPatience(answer.Tokens); attempt++)
        {
            var asked = await _conversation.AskAsync(request, draft, cancellation).ConfigureAwait(false);
            if (asked is null)
            {
                break;
            }

            var again = request with { Reader = null, Sampling = request.Sampling with { Seed = request.Sampling.Seed + (attempt * SeedStep) } };
            var (repaired, reply) = await TryAsync(asked, again, ledger, cancellation).ConfigureAwait(false);
            ledger.Note(WritingStepKind.Repair, draft.Failure!, repaired.Source, repaired.Failure is null);
            if (repaired.Refusal is not null)
            {
                ledger.Discard(reply.Tokens);
                continue;
            }

            ledger.Discard(answer.Tokens);
            (draft, answer) = (repaired, reply);
        }

        ledger.Answer(answer.Text);
        return new WritingResult(draft.Source, draft.Refusal, draft.Reading, ledger.History);
    }

    private static bool IsWorthRepairing(Draft draft) => draft.Failure is { Class: not FailureClass.LanguageModel };

    private async Task<(Draft Draft, Answer Answer)> TryAsync(ChatPrompt prompt, WritingRequest request, WritingLedger ledger, CancellationToken cancellation)
    {
        var author = AuthorOf(request);
        var answer = await author.WriteAsync(prompt, request, ledger, cancellation).ConfigureAwait(false);
        for (var death = 1; death <= MostDeaths && answer.Failure is { IsPassing: true }; death++)
        {
            ledger.Lose(answer.Tokens);
            answer = await author.WriteAsync(prompt, request, ledger, cancellation).ConfigureAwait(false);
        }

        return (_drafts.Read(answer, request.Help.Mend, request.Reader, ledger), answer);
    }

    private IAuthor AuthorOf(WritingRequest request) => model is ISteerableLanguageModel steerable && request is { Reader: null, Help.Steers: true }
        ? new SteeringAuthor(steerable, sources, clock)
        : new PlainAuthor(model);
}
