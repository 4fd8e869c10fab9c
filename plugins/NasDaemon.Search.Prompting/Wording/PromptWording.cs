using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Search.Prompting.Examples;
using NasDaemon.Search.Prompting.Memory;
using NasDaemon.Search.Prompting.Templates;

namespace NasDaemon.Search.Prompting.Wording;

/// <summary>Words prompts by the templates.</summary>
/// <param name="templates">The templates.</param>
/// <param name="facts">What the task fixes, by placeholder.</param>
/// <param name="dialect">How networks are to be written.</param>
/// <param name="thinks">Whether the model is to think first.</param>
internal sealed class PromptWording(TemplateSet templates, ImmutableDictionary<string, string> facts, Dialect dialect, bool thinks)
{
    /// <summary>Words a prompt.</summary>
    /// <param name="draft">What it is to hold.</param>
    /// <returns>The prompt.</returns>
    public ChatPrompt Word(PromptDraft draft)
    {
        var question = templates[Template(draft.Mode)].Fill(
            ("task", templates[TemplateDefinitions.Task].Fill(facts)),
            ("request", draft.Request.Length == 0 ? string.Empty : templates[TemplateDefinitions.Request].Fill(("text", QuotedText.Of(draft.Request)))),
            ("known", Known(draft.Examples)),
            ("attempts", Attempts(draft.Attempts)),
            ("form", templates[dialect == Dialect.Plain ? TemplateDefinitions.PlainForm : TemplateDefinitions.LemurForm].Fill(facts)),
            ("thinking", thinks ? templates[TemplateDefinitions.Thinking].Fill() : string.Empty));
        var system = new ChatMessage(ChatRole.System, templates[TemplateDefinitions.System].Fill(facts));
        ImmutableArray<ChatMessage> messages = system.Text.Length == 0 ? [] : [system];
        return new ChatPrompt(messages.Add(new ChatMessage(ChatRole.User, question)), AnswerStart(draft.Mode));
    }

    /// <summary>The form that an answer is held to.</summary>
    /// <param name="mode">What is asked for.</param>
    /// <returns>A GBNF grammar; null for answers that do not begin with the beginning of a network.</returns>
    public string? Grammar(PromptMode mode) => BeginsFreely(mode) ? null : templates[TemplateDefinitions.Grammar].Verbatim();

    private static TemplateDefinition Template(PromptMode mode) => mode switch
    {
        PromptMode.Edit => TemplateDefinitions.Edit,
        PromptMode.Improve => TemplateDefinitions.Improve,
        _ => TemplateDefinitions.Generate,
    };

    // A model that is to think first must be free to begin with words, and edits begin with what they replace.
    private bool BeginsFreely(PromptMode mode) => thinks || mode == PromptMode.Edit;

    private string AnswerStart(PromptMode mode) => BeginsFreely(mode)
        ? string.Empty
        : templates[dialect == Dialect.Plain ? TemplateDefinitions.PlainAnswer : TemplateDefinitions.LemurAnswer].Verbatim();

    private string Known(ExampleSet examples)
    {
        var supporting = string.Join("\n\n", examples.Supporting.Select((example, index) => templates[TemplateDefinitions.Supporting].Fill(
            ("number", (index + 1).ToString(CultureInfo.InvariantCulture)),
            ("result", example.Result),
            ("source", example.Source.Trim('\n')))));
        var reference = examples.Reference is { } best
            ? templates[TemplateDefinitions.Reference].Fill(("result", best.Result), ("source", best.Source.Trim('\n')))
            : string.Empty;
        return supporting.Length + reference.Length == 0
            ? string.Empty
            : templates[TemplateDefinitions.Known].Fill(("supporting", supporting), ("reference", reference));
    }

    private string Attempts(ImmutableArray<Attempt> attempts) => attempts.IsEmpty
        ? string.Empty
        : templates[TemplateDefinitions.Attempts].Fill(("attempts", string.Join("\n\n", attempts.Select(attempt =>
            templates[TemplateDefinitions.Attempt].Fill(("outcome", attempt.Outcome), ("source", attempt.Source.Trim('\n')))))));
}
