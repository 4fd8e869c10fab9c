using System.Text;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>A sequence with its text, which can be cut back to where each piece began.</summary>
/// <param name="sequence">The sequence.</param>
/// <param name="start">The text that it was made to begin with.</param>
internal sealed class WrittenText(ILanguageModelSequence sequence, string start)
{
    private readonly StringBuilder _text = new(start);
    private readonly Stack<(int Length, int Characters, int Tokens)> _pieces = new();

    /// <summary>The text.</summary>
    public string Text => _text.ToString();

    /// <summary>Tokens that the model wrote and that are still there.</summary>
    public int Kept { get; private set; }

    /// <summary>Tokens that the model wrote.</summary>
    public int Written { get; private set; }

    /// <summary>Lets the model write a piece.</summary>
    /// <param name="request">Sampling and where to stop.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The piece, and why it ended.</returns>
    public async ValueTask<ContinuationResult> WriteAsync(ContinuationRequest request, CancellationToken cancellation)
    {
        _pieces.Push((sequence.Length, _text.Length, Kept));
        var piece = await sequence.ContinueAsync(request, cancellation).ConfigureAwait(false);
        _text.Append(piece.Text);
        Kept += piece.Tokens;
        Written += piece.Tokens;
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

    /// <summary>Takes back the last piece.</summary>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>Its text.</returns>
    public async ValueTask<string> TakeBackAsync(CancellationToken cancellation)
    {
        var (length, characters, tokens) = _pieces.Pop();
        await sequence.RewindAsync(length, cancellation).ConfigureAwait(false);
        var text = _text.ToString(characters, _text.Length - characters);
        _text.Length = characters;
        Kept = tokens;
        return text;
    }

    /// <summary>Takes back the white space at the beginning of the line, so that the line may begin elsewhere.</summary>
    /// <param name="cancellation">Ends the call early.</param>
    public async ValueTask TakeBackIndentationAsync(CancellationToken cancellation)
    {
        var line = _text.ToString().LastIndexOf('\n') + 1;
        if (_pieces.Count == 0 || line == _text.Length || line <= _pieces.Peek().Characters)
        {
            return;
        }

        var tokens = Kept;
        var piece = await TakeBackAsync(cancellation).ConfigureAwait(false);
        await AppendAsync(piece[..(piece.LastIndexOf('\n') + 1)], cancellation).ConfigureAwait(false);
        Kept = tokens;
    }
}
