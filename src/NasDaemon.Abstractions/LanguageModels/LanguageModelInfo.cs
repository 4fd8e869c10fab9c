using System.Collections.Immutable;

namespace NasDaemon.Abstractions.LanguageModels;

/// <summary>What a language model is and what it can do, for reports and for those who ask it.</summary>
/// <param name="Name">The name under which the settings know it.</param>
/// <param name="Model">What the model calls itself, e.g. <c>Qwen2.5 Coder 0.5B Instruct</c>.</param>
/// <param name="Library">What runs it, with its version.</param>
/// <param name="Device">Where it computes, e.g. <c>cpu (zen4)</c>; the address of a server.</param>
/// <param name="ContextLength">How many tokens a prompt and its answer may have together.</param>
/// <param name="Template">The chat template: its name, <c>from the file</c>, or <c>the server's</c>.</param>
/// <param name="CountsExactly">Whether token counts are the model's own.</param>
/// <param name="Notes">What was put right or is worth knowing, one sentence each.</param>
public sealed record LanguageModelInfo(
    string Name,
    string Model,
    string Library,
    string Device,
    int ContextLength,
    string Template,
    bool CountsExactly,
    ImmutableArray<string> Notes);
