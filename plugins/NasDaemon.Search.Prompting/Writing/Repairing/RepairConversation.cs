using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Writing.Repairing;

/// <summary>Puts a source that failed back to the model, in the conversation that it came from.</summary>
/// <param name="model">Says what fits into its context.</param>
/// <param name="repair">Words the request.</param>
internal sealed class RepairConversation(ILanguageModel model, IRepairPrompt repair)
{
    /// <summary>Makes the conversation.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="draft">What came of it, with its failure.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The longest conversation that fits with room for the answer; null where none does.</returns>
    public async ValueTask<ChatPrompt?> AskAsync(WritingRequest request, Draft draft, CancellationToken cancellation)
    {
        var source = draft.Source;
        var wish = repair.Ask(source, draft.Failure!);
        var asked = new ChatMessage(ChatRole.User, wish);
        var fenced = source.Length == 0 ? "I have not written a network yet." : $"```python\n{source.TrimEnd()}\n```";
        var whole = request.Prompt with { Messages = [.. request.Prompt.Messages, new ChatMessage(ChatRole.Assistant, fenced), asked] };
        var instructions = request.Prompt.Messages.Where(message => message.Role == ChatRole.System);
        var alone = request.Prompt with { Messages = [.. instructions, asked with { Text = $"{fenced}\n{wish}" }] };
        return await FitsAsync(whole, request, cancellation).ConfigureAwait(false) ? whole
            : await FitsAsync(alone, request, cancellation).ConfigureAwait(false) ? alone
            : null;
    }

    private async ValueTask<bool> FitsAsync(ChatPrompt prompt, WritingRequest request, CancellationToken cancellation)
    {
        try
        {
            return await model.CountTokensAsync(prompt, cancellation).ConfigureAwait(false) + request.MaximumTokens <= model.Info.ContextLength;
        }
        catch (LanguageModelException)
        {
            // A model that cannot count now would not answer either; what there is stands.
            return false;
        }
    }
}
