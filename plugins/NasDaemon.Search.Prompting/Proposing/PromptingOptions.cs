using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Prompting.Examples;
using NasDaemon.Search.Prompting.Temperature;
using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Search.Prompting.Proposing;

/// <summary>The options of the strategies that prompt.</summary>
/// <param name="Supporting">How many supporting networks a prompt shows; null chooses by what has worked.</param>
/// <param name="Edits">Whether the model writes changes to the reference rather than whole networks.</param>
/// <param name="Memory">How many of the last attempts a prompt shows.</param>
/// <param name="Temperature">The sampling temperature over the search.</param>
/// <param name="TopP">The share of probability that tokens are drawn from.</param>
/// <param name="MaximumTokens">The longest answer.</param>
/// <param name="Batch">How many networks are written at once.</param>
/// <param name="Help">What is done for a network besides taking the model's answer.</param>
/// <param name="Thinks">Whether the model thinks in words first.</param>
/// <param name="Dialect">How networks are written.</param>
/// <param name="UsesGrammar">Whether answers are held to the form of a network by a grammar.</param>
internal sealed record PromptingOptions(
    int? Supporting,
    bool Edits,
    int Memory,
    TemperatureSchedule Temperature,
    double TopP,
    int MaximumTokens,
    int Batch,
    WritingHelp Help,
    bool Thinks,
    Dialect Dialect,
    bool UsesGrammar)
{
    /// <summary>The most supporting networks.</summary>
    public const int MostSupporting = 6;

    private const string Auto = "auto";
    private const string Edit = "edit";
    private const string Generate = "generate";
    private const string Plain = "net";
    private const string Lemur = "lemur";

    /// <summary>The definitions of a strategy's options.</summary>
    /// <param name="supporting">Its default for <c>n</c>.</param>
    /// <param name="memory">Its default for <c>memory</c>.</param>
    /// <param name="repairs">Its default for <c>repairs</c>.</param>
    /// <param name="temperature">Its default schedule.</param>
    /// <returns>The definitions.</returns>
    public static ImmutableArray<OptionDefinition> Define(string supporting, long memory, long repairs, TemperatureSchedule temperature) =>
    [
        new TextOption("n", "How many supporting networks a prompt shows beside the reference; auto takes 1, 2 or 3, by what has worked and fits.", supporting, [Auto, .. Enumerable.Range(0, MostSupporting + 1).Select(Text)]),
        new TextOption("mode", "What the model writes: a whole network, or changes to the reference, which takes fewer tokens.", Generate, [Generate, Edit]),
        new IntegerOption("memory", "How many of its last attempts a prompt shows, each with what became of it.", memory, 0, 16),
        new NumberOption("temperature", "The sampling temperature at the beginning of the search; it rises while the model repeats itself.", temperature.First, 0, TemperatureSchedule.Highest),
        new NumberOption("final_temperature", "The sampling temperature at its end; in between it changes evenly.", temperature.Last, 0, TemperatureSchedule.Highest),
        new NumberOption("top_p", "Tokens are drawn from the likeliest that together have this probability.", 0.95, 0.01, 1),
        new IntegerOption("max_tokens", "The longest answer in tokens; at most half of the model's context, unless the prompt leaves more.", 1024, 64, 16_384),
        new IntegerOption("batch", "How many networks are written at once, from one prompt.", 4, 1, 16),
        new FlagOption("mend", "Whether a failure whose cure follows from the shapes alone is cured in the source.", true),
        new IntegerOption("check", "How often a statement that cannot become right is written again while the model writes; 0 does not check.", 3, 0, 16),
        new FlagOption("shapes", "Whether, while statements are checked, comments tell the model the shapes that forward has reached.", false),
        new FlagOption("diverge", "Whether a network that copies one which the prompt shows is turned off its way at a layer drawn by lot.", true),
        new FlagOption("finish", "Whether an answer that ends before its network is whole is gone on with.", true),
        new IntegerOption("repairs", "How often a network that fails is given back to the model with the failure.", repairs, 0, 8),
        new FlagOption("grammar", "Whether a grammar holds the answer to the form of a network; what is written is then neither checked nor turned off its way.", false),
        new FlagOption("chain_of_thought", "Whether the model thinks in words before it writes.", false),
        new TextOption("dialect", "How networks are written: Net(), or Net(in_shape, out_shape, prm, device).", Plain, [Plain, Lemur]),
    ];

    /// <summary>Reads the values of a task.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The options.</returns>
    public static PromptingOptions Of(OptionValues values) => new(
        values.Text("n") is var n && n == Auto ? null : int.Parse(n, CultureInfo.InvariantCulture),
        values.Text("mode") == Edit,
        (int)values.Integer("memory"),
        new TemperatureSchedule(values.Number("temperature"), values.Number("final_temperature")),
        values.Number("top_p"),
        (int)values.Integer("max_tokens"),
        (int)values.Integer("batch"),
        new WritingHelp(values.Flag("mend"), (int)values.Integer("check"), values.Flag("finish"), (int)values.Integer("repairs"))
        {
            Diverges = values.Flag("diverge"),
            TellsShapes = values.Flag("shapes"),
        },
        values.Flag("chain_of_thought"),
        values.Text("dialect") == Lemur ? Dialect.Lemur : Dialect.Plain,
        values.Flag("grammar"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
