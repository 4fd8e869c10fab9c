using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Pipeline.Tests.Tasks;

/// <summary>Descriptions of components and data sets that tests name; none is ever made.</summary>
internal static class KnownComponents
{
    public static ComponentCatalogue Catalogue { get; } = Register();

    public static DatasetInfo[] Datasets { get; } =
    [
        new("mnist", [.. Enumerable.Range(0, 10).Select(digit => digit.ToString(System.Globalization.CultureInfo.InvariantCulture))], [1, 28, 28], 60_000, 10_000, CanFetch: true),
        new("cifar10", ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"], [3, 32, 32], 50_000, 10_000, CanFetch: true),
    ];

    public static TaskReader Reader { get; } = new(Catalogue, Datasets, AnyModel);

    /// <summary>Knows one language model.</summary>
    public static ModelChoice AnyModel(string? name) => name is null or "small"
        ? new ModelChoice(new NamedLanguageModel("small", "llama-cpp", OptionValues.None), null)
        : new ModelChoice(null, new Failure(FailureClass.LanguageModel, $"There is no language model '{name}'.", Hint: "Did you mean 'small'?"));

    public static TaskReading Read(string yaml, string file = "demo.yaml") => Reader.ReadText(yaml, file);

    private static ComponentCatalogue Register()
    {
        var registry = new PluginRegistry("Known", ComponentCatalogue.Empty);
        registry.AddSpace(new ComponentDescription("chain", "A chain."), _ => throw new NotSupportedException());
        registry.AddSpace(new ComponentDescription("cell", "A cell.", [new IntegerOption("stages", "Stages.", 3, 1, 8)]), _ => throw new NotSupportedException());
        registry.AddStrategy(
            new ComponentDescription(
                "evolution",
                "Evolution.",
                [
                    new IntegerOption("population", "Members.", 20, 2, 1000),
                    new NumberOption("mutation", "Share.", 0.5, 0, 1),
                    new FlagOption("aging", "Whether members die.", true),
                    new TextOption("selection", "Which parents.", "tournament", ["tournament", "uniform"]),
                    new TextOption("note", "Free text.", string.Empty, []),
                ])
            {
                Check = (values, strategies) => values.Text("note") is "like nothing" && !strategies.Contains("nothing")
                    ? new OptionProblem("note", "'note' names 'nothing'.", $"There are: {string.Join(", ", strategies.Order())}.")
                    : null,
            },
            _ => throw new NotSupportedException());
        registry.AddStrategy(new ComponentDescription("random", "Chance."), _ => throw new NotSupportedException());
        registry.AddStrategy(new ComponentDescription("few-shot", "Prompts.") { NeedsLanguageModel = true }, _ => throw new NotSupportedException());
        registry.AddEstimator(new ComponentDescription("full", "All."), _ => throw new NotSupportedException());
        registry.AddEstimator(new ComponentDescription("halving", "Part."), _ => throw new NotSupportedException());
        registry.AddEngine(new ComponentDescription("libtorch", "Trains."), _ => throw new NotSupportedException());
        registry.AddTable(
            new ComponentDescription("tabulated", "Knows.") { Table = new TableScope(["cell"], ["cifar10"], [12, 200]) },
            _ => throw new NotSupportedException());
        Assert.Empty(registry.Problems);
        return registry.Components;
    }
}
