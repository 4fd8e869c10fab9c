using System.Text;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Choosing.Asking;

/// <summary>The text of one candidate, which grows by a line with every decision.</summary>
/// <param name="sequence">The text in the model's context.</param>
/// <param name="text">How it begins.</param>
/// <param name="context">How many tokens it may have.</param>
internal sealed class Conversation(ILanguageModelSequence sequence, string text, int context) : IAsyncDisposable
{
    /// <summary>The whole text so far.</summary>
    public string Text { get; private set; } = text;

    /// <summary>How long it is, in tokens.</summary>
    public int Length => sequence.Length;

    /// <summary>Whether a decision can still be asked for.</summary>
    /// <param name="decision">The decision.</param>
    /// <returns>False where the context is too short.</returns>
    public bool HasRoom(OpenDecision decision) =>
        HasRoom(DecisionText.Question(decision) + DecisionText.Answer(decision.Options.MaxBy(option => option.Length)!));

    /// <summary>Asks how probable the options of a decision are behind the text, which ends in the middle of its line.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The logarithms of their probabilities.</returns>
    public async Task<IReadOnlyList<double>> ScoreAsync(OpenDecision decision, CancellationToken cancellation) =>
        await sequence.ScoreAsync([.. decision.Options.Select(DecisionText.Answer)], cancellation).ConfigureAwait(false);

    /// <summary>Writes something down, as far as there is room.</summary>
    /// <param name="addition">The text.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task WriteAsync(string addition, CancellationToken cancellation)
    {
        if (HasRoom(addition))
        {
            await sequence.AppendAsync(addition, cancellation).ConfigureAwait(false);
            Text += addition;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => sequence.DisposeAsync();

    // No token is shorter than a byte.
    private bool HasRoom(string addition) => sequence.Length + Encoding.UTF8.GetByteCount(addition) + 1 < context;
}
