using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>Samples single lines.</summary>
/// <param name="request">The sampling and the limit of the whole answer.</param>
internal sealed class LineWriter(WritingRequest request)
{
    private const double Warming = 0.15;
    private const double Warmest = 1.5;

    // A turn takes one of the few likeliest tokens, nearly evenly: a small model that copies is so sure of one that less warmth brings it again.
    private const double TurningTemperature = 3;
    private const int TurningChoice = 8;
    private const int MostDraws = 6;

    // Lines get seeds of their own, far from those of other proposals.
    private const long SeedOfALine = 104_729_000_017;

    private int _lines;

    /// <summary>Writes the next line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The line.</returns>
    public async ValueTask<WrittenLine> WriteAsync(WrittenText text, CancellationToken cancellation)
    {
        var piece = await text.WriteAsync(Line(text, Sampling()), cancellation).ConfigureAwait(false);
        return new WrittenLine(piece.Text, piece.Reason);
    }

    /// <summary>Writes a line again that was wrong, warmer each time. Its first token, which is its indentation, is drawn no warmer than before.</summary>
    /// <param name="text">The text, cut back to where the line begins.</param>
    /// <param name="tries">How often it was wrong, at least 1.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The line.</returns>
    public async ValueTask<WrittenLine> WriteAgainAsync(WrittenText text, int tries, CancellationToken cancellation)
    {
        var sampling = Sampling();
        var first = await text.WriteAsync(new ContinuationRequest(sampling, 1, ["\n"]), cancellation).ConfigureAwait(false);
        if (first.Reason != FinishReason.Length)
        {
            return new WrittenLine(first.Text, first.Reason);
        }

        var warm = sampling with
        {
            Temperature = Math.Min(Warmest, sampling.Temperature + (tries * Warming)),
            TopP = tries > 1 ? 1 : sampling.TopP,
        };
        var rest = await text.WriteAsync(Line(text, warm), cancellation).ConfigureAwait(false);
        return new WrittenLine(first.Text + rest.Text, rest.Reason);
    }

    /// <summary>Goes on with a line by another number than it had, and then as ever.</summary>
    /// <param name="text">The text, cut back to where the line is to turn.</param>
    /// <param name="start">Where the line begins.</param>
    /// <param name="was">What stood at the turn before.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The line, and how many tokens were drawn in vain.</returns>
    public async ValueTask<(WrittenLine Line, int Discarded)> TurnAsync(WrittenText text, WrittenText.Place start, string was, CancellationToken cancellation)
    {
        var turn = text.Mark();
        var discarded = 0;
        for (var draws = 1; ; draws++)
        {
            var turning = Sampling() with { Temperature = TurningTemperature, TopK = TurningChoice, TopP = 1 };
            var drawn = await text.WriteAsync(new ContinuationRequest(turning, 1, []), cancellation).ConfigureAwait(false);
            if (draws == MostDraws || (drawn.Text.All(char.IsAsciiDigit) && !was.StartsWith(drawn.Text, StringComparison.Ordinal)))
            {
                break;
            }

            await text.ReturnAsync(turn, cancellation).ConfigureAwait(false);
            discarded += drawn.Tokens;
        }

        var rest = await text.WriteAsync(Line(text, Sampling()), cancellation).ConfigureAwait(false);
        return (new WrittenLine(text.Text[start.Characters..], rest.Reason), discarded);
    }

    private SamplingSettings Sampling() => request.Sampling with { Seed = request.Sampling.Seed + (++_lines * SeedOfALine) };

    private ContinuationRequest Line(WrittenText text, SamplingSettings sampling) => new(sampling, Math.Max(1, request.MaximumTokens - text.Kept), ["\n"]);
}
