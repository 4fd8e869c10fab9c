using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Sources;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>Lets a model write line by line: a statement that cannot become right is cut back and sampled again, a little warmer.</summary>
/// <param name="sources">Reads what is there.</param>
/// <param name="request">Sampling, limit and help.</param>
/// <param name="ledger">Learns what was cut back.</param>
internal sealed class CheckedContinuation(ISourceReader sources, WritingRequest request, WritingLedger ledger)
{
    private const double Warming = 0.15;
    private const double Warmest = 1.5;

    // What it takes a small model to leave a network that it copies: it is so sure of each token that no other is among the likeliest.
    private const double WarmthAgainstCopies = 0.6;

    // Lines get seeds of their own, far from those of other proposals.
    private const long SeedOfALine = 104_729_000_017;

    private readonly ShownNetworks _shown = new(request.Prompt, request.Sampling.Seed);
    private int _lines;
    private Failure? _known;
    private string? _told;

    /// <summary>Lets the model write until the network is whole, or it ends, or the limit is reached.</summary>
    /// <param name="text">The sequence.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>Why it ended.</returns>
    public async ValueTask<FinishReason> RunAsync(WrittenText text, CancellationToken cancellation)
    {
        _known = Read(text, isEnded: false)?.Failure;
        while (text.Kept < request.MaximumTokens && text.Written < 2 * request.MaximumTokens)
        {
            var piece = await text.WriteAsync(Line(text, tries: 0, FailureClass.Copied), cancellation).ConfigureAwait(false);
            (piece, var reading) = await CheckAsync(text, piece, cancellation).ConfigureAwait(false);
            var ended = HasEnded(piece);
            if (piece.Reason == FinishReason.Length)
            {
                break;
            }

            if (ended || CodePosition.Of(text.Text, ended).IsClosed || reading is { Stage: SourceStage.Whole, Failure: null })
            {
                return FinishReason.Stop;
            }

            await TellAsync(text, reading, cancellation).ConfigureAwait(false);
        }

        return FinishReason.Length;
    }

    private async ValueTask<(ContinuationResult Piece, PartialReading? Reading)> CheckAsync(WrittenText text, ContinuationResult piece, CancellationToken cancellation)
    {
        var reading = Read(text, HasEnded(piece));
        Failure? first = null;
        for (var tries = 1; tries <= request.Help.Check && ledger.HasPatience(text.Kept) && Reproach(text, piece, reading) is { } failure; tries++)
        {
            first ??= failure;
            ledger.Discard(piece.Tokens);
            await text.TakeBackAsync(cancellation).ConfigureAwait(false);
            if (tries > 1)
            {
                await text.TakeBackIndentationAsync(cancellation).ConfigureAwait(false);
            }

            piece = await text.WriteAsync(Line(text, tries, failure.Class), cancellation).ConfigureAwait(false);
            reading = Read(text, HasEnded(piece));
        }

        if (first is not null)
        {
            ledger.Note(WritingStepKind.Check, first, piece.Text.TrimEnd(), helped: Reproach(text, piece, reading) is null);
        }

        _known = reading is null ? _known : reading.Failure;
        return (piece, reading);
    }

    private async ValueTask TellAsync(WrittenText text, PartialReading? reading, CancellationToken cancellation)
    {
        if (!request.Help.TellsShapes || reading is not { Stage: SourceStage.Forward, Failure: null, Reached: { } shape } || shape == _told)
        {
            return;
        }

        _told = shape;
        var begun = text.Text[(text.Text.LastIndexOf('\n') + 1)..];
        if (string.IsNullOrWhiteSpace(begun))
        {
            await text.AppendAsync($"{(begun.Length == 0 ? reading.Indentation + reading.Indentation : string.Empty)}# {shape}\n{begun}", cancellation).ConfigureAwait(false);
        }
    }

    private Failure? Reproach(WrittenText text, ContinuationResult piece, PartialReading? reading) => IsNews(reading?.Failure)
        ? reading!.Failure
        : _shown.Reproach(CodePosition.Of(text.Text, HasEnded(piece)).Code);

    // A statement that was let go on fails again with every line behind it.
    private bool IsNews(Failure? failure) => failure is not null && (failure.Message, failure.Line) != (_known?.Message, _known?.Line);

    private PartialReading? Read(WrittenText text, bool isEnded) =>
        CodePosition.Of(text.Text, isEnded).Code is { Length: > 0 } code ? sources.ReadPartial(code, request.Help.Mend) : null;

    private static bool HasEnded(ContinuationResult piece) => piece.Reason != FinishReason.Stop || !piece.Text.Contains('\n', StringComparison.Ordinal);

    // What was wrong with a statement that was too warm already does not get better by more of it.
    private ContinuationRequest Line(WrittenText text, int tries, FailureClass reproach)
    {
        var isCopy = reproach == FailureClass.Copied && _shown.IsCopy(CodePosition.Of(text.Text, isEnded: false).Code);
        var warmth = isCopy ? WarmthAgainstCopies : tries * Warming;
        var sampling = request.Sampling with
        {
            Seed = request.Sampling.Seed + (++_lines * SeedOfALine),
            Temperature = warmth == 0 ? request.Sampling.Temperature : Math.Min(Warmest, request.Sampling.Temperature + warmth),
            TopP = isCopy || tries > 1 ? 1 : request.Sampling.TopP,
        };
        return new ContinuationRequest(sampling, Math.Max(1, request.MaximumTokens - text.Kept), ["\n"]);
    }
}
