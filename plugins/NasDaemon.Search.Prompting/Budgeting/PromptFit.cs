using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Search.Prompting.Wording;

namespace NasDaemon.Search.Prompting.Budgeting;

/// <summary>A prompt that fits its model.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Draft">What it holds.</param>
/// <param name="MaximumTokens">The room for the answer.</param>
/// <param name="Omitted">What was left out or shortened, one sentence each.</param>
internal sealed record PromptFit(ChatPrompt Prompt, PromptDraft Draft, int MaximumTokens, ImmutableArray<string> Omitted);
