using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Prompting.Examples;
using NasDaemon.Search.Prompting.Templates;
using NasDaemon.Search.Prompting.Wording;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>The prompts of the study: those of the templates, with the study's own networks to learn from.</summary>
internal static class StudyPrompt
{
    /// <summary>The networks that the study shows, in order; the first is the reference.</summary>
    public static IReadOnlyList<string> Examples { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Writing", "Examples"), "*.py").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>The templates that come with the program.</summary>
    public static TemplateSet Templates { get; } = new TemplateFolders(new DaemonFolders("", "", "", "", "")
    {
        Prompts = Path.Combine(AppContext.BaseDirectory, "none"),
        Program = AppContext.BaseDirectory,
    }).Load();

    /// <summary>The form that a grammar holds answers to.</summary>
    public static string Grammar { get; } = Wording.Grammar(PromptMode.Generate)!;

    private static PromptWording Wording => new(Templates, TaskFacts.Of(StudyTask.Task, StudyTask.Shape), Dialect.Plain, thinks: false);

    /// <summary>Makes the prompt.</summary>
    /// <param name="count">How many networks it shows.</param>
    public static ChatPrompt Make(int count)
    {
        var shown = Examples.Take(count).Select((source, index) => new Example($"example {index + 1}", source, Result(index))).ToImmutableArray();
        var set = count == 0 ? new ExampleSet(null, []) : new ExampleSet(shown[0], shown.RemoveAt(0));
        return Wording.Word(new PromptDraft(PromptMode.Generate, string.Empty, set, []));
    }

    // What a short training gives; it only has to look like a result.
    private static string Result(int index) => string.Create(CultureInfo.InvariantCulture, $"validation accuracy {0.71 - (0.02 * index):F2}");
}
