using System.Text;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>A sequence with its text, which can be cut back to any place that was marked.</summary>
/// <param name="sequence">The sequence.</param>
/// <param name="start">The text that it was made to begin with.</param>
internal sealed class WrittenText(ILanguageModelSequence sequence, string start)
{
    private readonly StringBuilder _text = new(start);

    /// <summary>The text.</summary>
    public string Text => _text.ToString();

    /// <summary>Tokens that the model wrote and that are still there.</summary>
    public int Kept { get; private set; }

    /// <summary>Tokens that the model wrote.</summary>
    public int Written { get; private set; }

    /// <summary>How many tokens of the prompt did not have to be decoded; known once a piece was written.</summary>
    public int Reused { get; private set; }

    /// <summary>How long the prompt, and what was put there since, took to be read.</summary>
    public TimeSpan ReadingTime { get; private set; }

    /// <summary>Marks where the text ends now.</summary>
    /// <returns>The place.</returns>
    public Place Mark() => new(sequence.Length, _text.Length, Kept);

    /// <summary>Lets the model write a piece.</summary>
    /// <param name="request">Sampling and where to stop.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The piece, and why it ended.</returns>
    public async ValueTask<ContinuationResult> WriteAsync(ContinuationRequest request, CancellationToken cancellation)
    {
        var piece = await sequence.ContinueAsync(request, cancellation).ConfigureAwait(false);
        _text.Append(piece.Text);
        Kept += piece.Tokens;
        Written += piece.Tokens;
        Reused = piece.Reused;
        ReadingTime += piece.ReadingTime;
        return piece;
    }

    /// <summary>Adds text that the model did not write.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async ValueTask AppendAsync(string text, CancellationToken cancellation)
    {
        if (text.Length > 0)
        {
            await sequence.AppendAsync(text, cancellation).ConfigureAwait(false);
            _text.Append(text);
        }
    }

    /// <summary>Takes back everything behind a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async ValueTask ReturnAsync(Place place, CancellationToken cancellation)
    {
        await sequence.RewindAsync(place.Length, cancellation).ConfigureAwait(false);
        _text.Length = place.Characters;
        Kept = place.Kept;
    }

    /// <summary>Takes back everything behind a place but the first characters of it.</summary>
    /// <param name="place">The place.</param>
    /// <param name="characters">How many characters behind it stay.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async ValueTask KeepAsync(Place place, int characters, CancellationToken cancellation)
    {
        var staying = _text.ToString(place.Characters, characters);
        await ReturnAsync(place, cancellation).ConfigureAwait(false);
        await AppendAsync(staying, cancellation).ConfigureAwait(false);
        Kept += sequence.Length - place.Length;
    }

    /// <summary>Takes back the white space at the beginning of the last line, so that the line may begin elsewhere.</summary>
    /// <param name="place">A place before that line.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async ValueTask TakeBackIndentationAsync(Place place, CancellationToken cancellation)
    {
        var line = _text.ToString().LastIndexOf('\n') + 1;
        if (line < _text.Length && line > place.Characters)
        {
            await KeepAsync(place, line - place.Characters, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>A place in the text.</summary>
    /// <param name="Length">Tokens before it, the prompt's included.</param>
    /// <param name="Characters">Characters before it.</param>
    /// <param name="Kept">Tokens before it that the model wrote.</param>
    internal readonly record struct Place(int Length, int Characters, int Kept);
}
