using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>What a language model is asked.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ChatPrompt), "chat")]
[JsonDerivedType(typeof(TextPrompt), "text")]
public abstract record Prompt;

/// <summary>A conversation, put into the model's own chat template.</summary>
/// <param name="Messages">The messages, oldest first; the last is not the assistant's.</param>
/// <param name="AnswerStart">Text with which the answer begins; it is not part of what the model writes. Empty for none.</param>
public sealed record ChatPrompt(ImmutableArray<ChatMessage> Messages, string AnswerStart = "") : Prompt;

/// <summary>Text that the model continues, without a template.</summary>
/// <param name="Text">The text.</param>
public sealed record TextPrompt(string Text) : Prompt;
