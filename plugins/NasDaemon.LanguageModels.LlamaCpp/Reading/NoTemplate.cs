using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Reading;

/// <summary>Stands where there is no chat template: the model continues text, and refuses conversations.</summary>
/// <param name="problem">Why there is none.</param>
/// <param name="remedy">What helps.</param>
internal sealed class NoTemplate(string problem, string remedy) : IChatTemplate
{
    /// <inheritdoc/>
    public string Name => "none";

    /// <summary>A sentence for the model's notes.</summary>
    public string Note => $"{problem} Only plain text can be continued.";

    /// <inheritdoc/>
    public IReadOnlyList<PromptPart> Apply(ImmutableArray<ChatMessage> messages) => throw Refusal.Of(problem, remedy);
}
