using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Choosing.Asking;

/// <summary>A language model that is asked for decisions.</summary>
/// <remarks>
/// Calibration as in Zhao, Wallace, Feng, Klein and Singh, "Calibrate Before Use: Improving Few-Shot Performance of Language Models", ICML
/// 2021, equation 2, with W the inverse of the probabilities behind a text without content, and b = 0.
/// </remarks>
/// <param name="model">The model.</param>
/// <param name="options">How its answers are taken.</param>
internal sealed class DecisionModel(ISteerableLanguageModel model, ChooseOptions options)
{
    private const int MostOptions = 1000;
    private const int MostKept = 1000;
    private readonly Dictionary<string, IReadOnlyList<double>> _kept = new(StringComparer.Ordinal);
    private (string Text, bool Fits) _counted = ("", true);

    /// <summary>Takes a model that can tell probabilities.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How its answers are taken.</param>
    /// <returns>The model.</returns>
    /// <exception cref="LanguageModelException">It cannot; the failure says what helps.</exception>
    public static DecisionModel Of(ILanguageModel model, ChooseOptions options) => model is ISteerableLanguageModel steerable
        ? new DecisionModel(steerable, options)
        : throw new LanguageModelException(new Failure(
            FailureClass.LanguageModel,
            $"The language model '{model.Info.Name}' does not tell the probabilities of given answers, which 'choose' needs.",
            Hint: "Use a model of the kind 'llama-cpp'."));

    /// <summary>Begins the text of a candidate: the title, as many known networks as half of the context holds, and what follows them.</summary>
    /// <param name="title">What stands first.</param>
    /// <param name="known">The known networks, the best last; the first ones are left out where they do not fit.</param>
    /// <param name="next">What stands behind them.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The text.</returns>
    public async Task<Conversation> BeginAsync(string title, ImmutableArray<string> known, string next, CancellationToken cancellation)
    {
        while (!await FitsAsync(title + string.Concat(known), cancellation).ConfigureAwait(false) && known.Length > 0)
        {
            known = known.RemoveAt(0);
        }

        var text = title + string.Concat(known) + next;
        return new Conversation(await model.OpenAsync(new TextPrompt(text), cancellation).ConfigureAwait(false), text, model.Info.ContextLength);
    }

    /// <summary>Asks for a decision.</summary>
    /// <param name="conversation">The text so far.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The model's own probabilities, and those that the answer is to be drawn from; null where the context or the decision is too long.</returns>
    public async Task<(OptionProbabilities Own, OptionProbabilities Final)?> AskAsync(Conversation conversation, OpenDecision decision, CancellationToken cancellation)
    {
        if (decision.Options.Count > MostOptions || !conversation.HasRoom(decision))
        {
            return null;
        }

        await conversation.WriteAsync(DecisionText.Question(decision), cancellation).ConfigureAwait(false);
        var scores = await KeepAsync(conversation.Text, () => conversation.ScoreAsync(decision, cancellation)).ConfigureAwait(false);
        var own = OptionProbabilities.Of(scores, 1);
        if (options.Calibrate)
        {
            var bias = await WithoutContentAsync(decision, cancellation).ConfigureAwait(false);
            scores = [.. scores.Zip(bias, (score, prior) => score - prior)];
        }

        return (own, OptionProbabilities.Of(scores, options.Temperature));
    }

    private async Task<bool> FitsAsync(string text, CancellationToken cancellation)
    {
        if (_counted.Text != text)
        {
            var tokens = await model.CountTokensAsync(new TextPrompt(text), cancellation).ConfigureAwait(false);
            _counted = (text, tokens <= model.Info.ContextLength / 2);
        }

        return _counted.Fits;
    }

    private Task<IReadOnlyList<double>> WithoutContentAsync(OpenDecision decision, CancellationToken cancellation)
    {
        var text = DecisionText.WithoutContent(decision);
        return KeepAsync(text, async () =>
        {
            var sequence = await model.OpenAsync(new TextPrompt(text), cancellation).ConfigureAwait(false);
            await using var conversation = new Conversation(sequence, text, model.Info.ContextLength);
            return await conversation.ScoreAsync(decision, cancellation).ConfigureAwait(false);
        });
    }

    /// <summary>Parents win more than once, and then the same is asked again.</summary>
    private async Task<IReadOnlyList<double>> KeepAsync(string text, Func<Task<IReadOnlyList<double>>> ask)
    {
        if (!_kept.TryGetValue(text, out var scores))
        {
            scores = await ask().ConfigureAwait(false);
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[text] = scores;
        }

        return scores;
    }
}
