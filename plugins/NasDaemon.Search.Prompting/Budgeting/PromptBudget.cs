using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Search.Prompting.Wording;

namespace NasDaemon.Search.Prompting.Budgeting;

/// <summary>Makes prompts that leave room for their answer in the model's context, by the model's own count of their tokens.</summary>
/// <param name="model">The model.</param>
/// <param name="wording">Words prompts.</param>
/// <param name="reductions">What a prompt that is too long gives up.</param>
internal sealed class PromptBudget(ILanguageModel model, PromptWording wording, Reductions reductions)
{
    private const int ShortestAnswer = 128;

    /// <summary>Makes a draft fit.</summary>
    /// <param name="draft">What the prompt is to hold.</param>
    /// <param name="answer">The longest answer that is wanted; it gets at most half of the context while the prompt needs the rest.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The prompt.</returns>
    /// <exception cref="LanguageModelException">Not even the bare question fits, or the model cannot be asked.</exception>
    public async ValueTask<PromptFit> FitAsync(PromptDraft draft, int answer, CancellationToken cancellation)
    {
        var context = model.Info.ContextLength;
        var room = Math.Min(answer, Math.Max(ShortestAnswer, context / 2));
        var omitted = new List<string>();
        while (true)
        {
            var prompt = wording.Word(draft);
            var tokens = await model.CountTokensAsync(prompt, cancellation).ConfigureAwait(false);
            if (tokens + room <= context)
            {
                return new PromptFit(prompt, draft, Math.Min(answer, context - tokens), [.. omitted]);
            }

            if (reductions.Next(draft) is { } reduction)
            {
                draft = reduction.Draft;
                Note(omitted, reduction.Sentence);
            }
            else if (context - tokens >= ShortestAnswer)
            {
                Note(omitted, $"The answer had room for {context - tokens} tokens only.");
                return new PromptFit(prompt, draft, context - tokens, [.. omitted]);
            }
            else
            {
                throw new LanguageModelException(TooSmall(context, tokens));
            }
        }
    }

    private static void Note(List<string> omitted, string sentence)
    {
        if (!omitted.Contains(sentence))
        {
            omitted.Add(sentence);
        }
    }

    private Failure TooSmall(int context, int tokens) => new(
        FailureClass.LanguageModel,
        $"The context of {model.Info.Name} has {context} tokens, and the bare question takes {tokens}.",
        Hint: "Give the model a larger 'context', or shorten the templates.");
}
