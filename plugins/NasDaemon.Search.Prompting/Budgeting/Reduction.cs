using NasDaemon.Search.Prompting.Wording;

namespace NasDaemon.Search.Prompting.Budgeting;

/// <summary>A step that makes a prompt shorter.</summary>
/// <param name="Draft">What the prompt then holds.</param>
/// <param name="Sentence">What was done.</param>
internal sealed record Reduction(PromptDraft Draft, string Sentence);
