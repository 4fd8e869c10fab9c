using System.Text;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Connection;
using NasDaemon.LanguageModels.OpenAI.Requests;
using NasDaemon.LanguageModels.OpenAI.Tokens;

namespace NasDaemon.LanguageModels.OpenAI.Answers;

/// <summary>One answer to one request, from the first attempt to its end. Nothing that goes wrong is thrown: it becomes the end of the answer.</summary>
internal sealed class Answer : IDisposable
{
    // A token of more characters than this is not met on average, whatever the language.
    private const int CharactersPerToken = 64;
    private const int LongestToken = 1_024;

    private readonly AnswerContext _context;
    private readonly CompletionRequest _request;
    private readonly AnswerCost _cost;
    private readonly BeginningFilter _beginning;
    private readonly StopFilter _stops;
    private readonly StringBuilder _text = new();
    private AnswerSource? _source;
    private CompletionEnd? _end;
    private FinishReason? _reason;
    private bool _hasBegun;
    private long _received;
    private int _attempts;

    /// <summary>Prepares to ask.</summary>
    /// <param name="context">What every answer of the model shares.</param>
    /// <param name="request">What is asked.</param>
    public Answer(AnswerContext context, CompletionRequest request)
    {
        (_context, _request) = (context, request);
        var start = request.Prompt is ChatPrompt chat && !context.Facts.ContinuesAnswers ? chat.AnswerStart : string.Empty;
        (_cost, _beginning, _stops) = (new AnswerCost(context.Retry.Time), new BeginningFilter(start), new StopFilter(request.StopStrings));
    }

    /// <summary>Waits for the next piece.</summary>
    /// <param name="cancellation">Ends the answer early.</param>
    /// <returns>Text, or the end.</returns>
    public async Task<CompletionPart> NextAsync(CancellationToken cancellation)
    {
        try
        {
            while (_end is null)
            {
                if (await StepAsync(cancellation).ConfigureAwait(false) is { } text)
                {
                    return text;
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _end = End(FinishReason.Cancelled);
        }
        catch (ServerException exception)
        {
            _end = End(FinishReason.Failed, exception.Failure);
        }

        // What was held back turned out to be no stop string, however the answer ended.
        return Piece(_stops.Pass(_beginning.Flush()) + _stops.Flush()) ?? (CompletionPart)_end;
    }

    /// <inheritdoc/>
    public void Dispose() => _source?.Dispose();

    private async Task<CompletionText?> StepAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            _source ??= await OpenAsync(cancellation).ConfigureAwait(false);
            if (await _source.ReadAsync(cancellation).ConfigureAwait(false) is { } chunk)
            {
                return Take(chunk);
            }

            _reason ??= _source.IsFinished ? FinishReason.Stop : throw _context.Client.Failures.BrokenOff();
            _end = End(_reason.Value);
        }
        catch (ServerException exception) when (!_hasBegun)
        {
            await RecoverAsync(exception, cancellation).ConfigureAwait(false);
        }
        catch (ServerException) when (_reason is not null)
        {
            // The answer is whole; only what follows it was cut off.
            _end = End(_reason.Value);
        }

        return null;
    }

    private async Task<AnswerSource> OpenAsync(CancellationToken cancellation)
    {
        var body = await _context.WriteAsync(_request, cancellation).ConfigureAwait(false);
        var deadline = new Deadline(_context.Client.Timeouts.FirstToken, _context.Retry.Time, cancellation);
        return await AnswerSource.OpenAsync(_context.Client, RequestWriter.Path(_request.Prompt), body, deadline, cancellation).ConfigureAwait(false);
    }

    private CompletionText? Take(AnswerChunk chunk)
    {
        if (chunk.Error is { } error)
        {
            throw _context.Client.Failures.FromAnswer(error);
        }

        _cost.Add(chunk);
        _reason ??= chunk.Reason;
        _hasBegun |= chunk.Text.Length > 0 || chunk.IsThought || chunk.Reason is not null;
        _received += chunk.Text.Length + (chunk.IsThought ? 1 : 0);
        if (_received > LongestToken + ((long)_request.MaximumTokens * CharactersPerToken))
        {
            throw _context.Client.Failures.TooLong();
        }

        var text = _stops.Pass(_beginning.Pass(chunk.Text));
        if (_stops.IsStopped)
        {
            _end = End(FinishReason.Stop);
        }

        return Piece(text);
    }

    private CompletionText? Piece(string text)
    {
        _text.Append(text);
        return text.Length > 0 ? new CompletionText(text) : null;
    }

    private async Task RecoverAsync(ServerException exception, CancellationToken cancellation)
    {
        _source?.Dispose();
        _source = null;
        if (_context.Adapt(exception))
        {
            return;
        }

        _attempts++;
        var pause = _context.Retry.Pause(_attempts, exception) ?? throw exception;
        _context.Tell(exception, pause);
        await Task.Delay(pause, _context.Retry.Time, cancellation).ConfigureAwait(false);
    }

    private CompletionEnd End(FinishReason reason, Failure? failure = null)
    {
        var usage = _hasBegun || reason != FinishReason.Failed
            ? _cost.Total(_context.Estimate.Of(_request.Prompt), TokenEstimate.Of(_text.ToString()), _source?.IsStreamed ?? true)
            : TokenUsage.None;
        if (_hasBegun)
        {
            _context.Learn(_request.Prompt, _cost);
        }

        return new CompletionEnd(reason, usage, failure);
    }
}
