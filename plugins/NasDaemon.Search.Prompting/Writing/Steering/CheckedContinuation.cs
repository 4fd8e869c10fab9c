using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Sources;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>Lets a model write line by line: a statement that cannot become right is cut back and sampled again, and a copy turned off its way.</summary>
/// <param name="sources">Reads what is there.</param>
/// <param name="request">Sampling, limit and help.</param>
/// <param name="ledger">Learns what was cut back.</param>
internal sealed class CheckedContinuation(ISourceReader sources, WritingRequest request, WritingLedger ledger)
{
    private readonly LineWriter _lines = new(request);
    private readonly Divergence _divergence = new(request.Prompt, request.Sampling.Seed);
    private Failure? _known;
    private string? _told;

    /// <summary>Lets the model write until the network is whole, or it ends, or the limit is reached.</summary>
    /// <param name="text">The sequence.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>Why it ended.</returns>
    public async ValueTask<FinishReason> RunAsync(WrittenText text, CancellationToken cancellation)
    {
        _known = Read(text, isEnded: false)?.Failure;
        var before = text.Mark();
        while (text.Kept < request.MaximumTokens && text.Written < 2 * request.MaximumTokens)
        {
            var start = text.Mark();
            var line = await _lines.WriteAsync(text, cancellation).ConfigureAwait(false);
            (line, var reading) = await CheckAsync(text, before, start, line, cancellation).ConfigureAwait(false);
            before = start;
            if (line.Reason == FinishReason.Length)
            {
                break;
            }

            if (line.IsLast || CodePosition.Of(text.Text, line.IsLast).IsClosed || reading is { Stage: SourceStage.Whole, Failure: null })
            {
                return FinishReason.Stop;
            }

            await TellAsync(text, reading, cancellation).ConfigureAwait(false);
        }

        return FinishReason.Length;
    }

    private async ValueTask<(WrittenLine Line, PartialReading? Reading)> CheckAsync(
        WrittenText text, WrittenText.Place before, WrittenText.Place start, WrittenLine line, CancellationToken cancellation)
    {
        var reading = Read(text, line.IsLast);
        Failure? first = null;
        for (var (wrong, copied) = (0, 0); ledger.HasPatience(text.Kept) && Reproach(text, line, reading) is { } failure;)
        {
            var isCopy = failure.Class == FailureClass.Copied;
            if (isCopy ? ++copied > Divergence.MostTurns : ++wrong > request.Help.Check)
            {
                break;
            }

            first ??= failure;
            line = isCopy
                ? await TurnAsync(text, start, line, cancellation).ConfigureAwait(false)
                : await WriteAgainAsync(text, wrong > 1 ? before : start, start, wrong, cancellation).ConfigureAwait(false);
            reading = Read(text, line.IsLast);
        }

        if (first is not null)
        {
            ledger.Note(WritingStepKind.Check, first, line.Text.TrimEnd(), helped: Reproach(text, line, reading) is null);
        }

        _known = reading is null ? _known : reading.Failure;
        return (line, reading);
    }

    private async ValueTask<WrittenLine> TurnAsync(WrittenText text, WrittenText.Place start, WrittenLine line, CancellationToken cancellation)
    {
        var kept = text.Kept;
        var turn = _divergence.Turn(line.Text);
        await text.KeepAsync(start, turn, cancellation).ConfigureAwait(false);
        ledger.Discard(Math.Max(0, kept - text.Kept));
        var (turned, discarded) = await _lines.TurnAsync(text, start, line.Text[turn..], cancellation).ConfigureAwait(false);
        ledger.Discard(discarded);
        return turned;
    }

    // From the second time on the line may also begin elsewhere: its indentation may be part of what was written before it.
    private async ValueTask<WrittenLine> WriteAgainAsync(WrittenText text, WrittenText.Place before, WrittenText.Place start, int wrong, CancellationToken cancellation)
    {
        var kept = text.Kept;
        await text.ReturnAsync(start, cancellation).ConfigureAwait(false);
        ledger.Discard(kept - text.Kept);
        await text.TakeBackIndentationAsync(before, cancellation).ConfigureAwait(false);
        return await _lines.WriteAgainAsync(text, wrong, cancellation).ConfigureAwait(false);
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

    private Failure? Reproach(WrittenText text, WrittenLine line, PartialReading? reading)
    {
        if (request.Help.Check > 0 && IsNews(reading?.Failure))
        {
            return reading!.Failure;
        }

        return request.Help.Diverges ? _divergence.Reproach(CodePosition.Of(text.Text, line.IsLast).Code, line.Text) : null;
    }

    // A statement that was let go on fails again with every line behind it.
    private bool IsNews(Failure? failure) => failure is not null && (failure.Message, failure.Line) != (_known?.Message, _known?.Line);

    private PartialReading? Read(WrittenText text, bool isEnded) =>
        CodePosition.Of(text.Text, isEnded).Code is { Length: > 0 } code ? sources.ReadPartial(code, request.Help.Mend) : null;
}
