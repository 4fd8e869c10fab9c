using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Writing.Answers;

/// <summary>What a language model answered.</summary>
/// <param name="Text">The text, with what it was made to begin with.</param>
/// <param name="Tokens">How many tokens of it the model wrote.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="Failure">What went wrong, or null.</param>
internal sealed record Answer(string Text, int Tokens, FinishReason Reason, Failure? Failure);
