using System.Collections.Immutable;

namespace NasDaemon.Search.Prompting.Templates;

/// <summary>Every template, with what it may hold.</summary>
internal static class TemplateDefinitions
{
    /// <summary>The system message.</summary>
    public static readonly TemplateDefinition System = new("system", [new("libraries", IsRequired: false)]);

    /// <summary>Asks for a whole network.</summary>
    public static readonly TemplateDefinition Generate =
        new("generate", [new("task"), new("request"), new("known"), new("form"), new("thinking", IsRequired: false)]);

    /// <summary>Asks for changes to the reference.</summary>
    public static readonly TemplateDefinition Edit =
        new("edit", [new("task"), new("request"), new("known"), new("attempts", IsRequired: false), new("form"), new("thinking", IsRequired: false)]);

    /// <summary>Asks for a better network than the last attempts.</summary>
    public static readonly TemplateDefinition Improve =
        new("improve", [new("task"), new("request"), new("known"), new("attempts"), new("form"), new("thinking", IsRequired: false)]);

    /// <summary>What the task fixes.</summary>
    public static readonly TemplateDefinition Task = new(
        "task",
        [
            new("dataset", IsRequired: false), new("input"), new("outputs"), new("classes", IsRequired: false), new("loss", IsRequired: false),
            new("constraints"), new("training", IsRequired: false), new("budget", IsRequired: false),
        ]);

    /// <summary>The user's own words.</summary>
    public static readonly TemplateDefinition Request = new("request", [new("text")]);

    /// <summary>The networks that the model is shown.</summary>
    public static readonly TemplateDefinition Known = new("known", [new("supporting"), new("reference")]);

    /// <summary>One supporting network.</summary>
    public static readonly TemplateDefinition Supporting = new("supporting", [new("number", IsRequired: false), new("result"), new("source")]);

    /// <summary>The reference.</summary>
    public static readonly TemplateDefinition Reference = new("reference", [new("result"), new("source")]);

    /// <summary>The last attempts.</summary>
    public static readonly TemplateDefinition Attempts = new("attempts", [new("attempts")]);

    /// <summary>One attempt.</summary>
    public static readonly TemplateDefinition Attempt = new("attempt", [new("outcome"), new("source", IsRequired: false)]);

    /// <summary>How a network of the dialect <c>Net()</c> is written.</summary>
    public static readonly TemplateDefinition PlainForm = Form("form-net");

    /// <summary>How a network of the dialect <c>Net(in_shape, out_shape, prm, device)</c> is written.</summary>
    public static readonly TemplateDefinition LemurForm = Form("form-lemur");

    /// <summary>Chain of thought.</summary>
    public static readonly TemplateDefinition Thinking = new("thinking", []);

    /// <summary>The beginning of the answer for the dialect <c>Net()</c>.</summary>
    public static readonly TemplateDefinition PlainAnswer = new("answer-net", []);

    /// <summary>The beginning of the answer for the dialect <c>Net(in_shape, out_shape, prm, device)</c>.</summary>
    public static readonly TemplateDefinition LemurAnswer = new("answer-lemur", []);

    /// <summary>The form of a whole network behind the beginning of the answer, as a GBNF grammar.</summary>
    public static readonly TemplateDefinition Grammar = new("grammar", []);

    /// <summary>Asks the model to put its own network right.</summary>
    public static readonly TemplateDefinition Repair = new("repair", [new("message"), new("line", IsRequired: false), new("hint", IsRequired: false)]);

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<TemplateDefinition> All =
    [
        System, Generate, Edit, Improve, Task, Request, Known, Supporting, Reference, Attempts, Attempt,
        PlainForm, LemurForm, Thinking, PlainAnswer, LemurAnswer, Grammar, Repair,
    ];

    private static TemplateDefinition Form(string name) =>
        new(name, [new("input"), new("outputs"), new("libraries", IsRequired: false), new("pooling", IsRequired: false)]);
}
