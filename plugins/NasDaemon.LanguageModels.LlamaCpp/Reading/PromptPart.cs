namespace NasDaemon.LanguageModels.LlamaCpp.Reading;

/// <summary>A piece of a prompt.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsTemplate">Whether it is the template's: only there are control tokens read as such.</param>
internal readonly record struct PromptPart(string Text, bool IsTemplate);
