using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Reading;

/// <summary>How a conversation is laid out for a model.</summary>
internal interface IChatTemplate
{
    /// <summary>What it is called in reports.</summary>
    string Name { get; }

    /// <summary>Lays out a conversation up to where the answer begins.</summary>
    /// <param name="messages">The messages.</param>
    /// <exception cref="LanguageModelException">The template does not take such a conversation.</exception>
    IReadOnlyList<PromptPart> Apply(ImmutableArray<ChatMessage> messages);
}
