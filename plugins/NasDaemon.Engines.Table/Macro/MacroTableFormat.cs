using System.Text.Json;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Engines.Table.Macro;

/// <summary>The table of NAS-Bench-Macro: 6,561 networks of eight layers, each trained three times on CIFAR-10.</summary>
/// <remarks>
/// Su, Huang, Li, You, Wang, Qian, Zhang and Xu, "Prioritized Architecture Sampling with Monto-Carlo Tree Search", CVPR 2021. It has test
/// accuracies only. Here the search is guided by the first training, and the mean of the other two is what the report shows. How long
/// a training took is not in it.
/// </remarks>
internal sealed class MacroTableFormat : ITableFormat
{
    private const int Layers = 8;
    private const int Trainings = 3;
    private const int Epochs = 50;
    private const int Samples = 10_000;
    private static readonly string[] Operations = ["id", "ir_3x3_t3", "ir_5x5_t6"];
    private static readonly TabulatedRecipe Recipe = new("cifar10", Epochs);

    /// <summary>Name, summary, options and scope.</summary>
    public static ComponentDescription Description { get; } = new(
        "nas-bench-macro",
        "The table of NAS-Bench-Macro: 6,561 networks, trained for 50 epochs on CIFAR-10.",
        [FileOption.Define("nasbench/nas-bench-macro.json")])
    {
        Table = new TableScope(["nas-bench-macro"], [Recipe.Dataset], [Recipe.Epochs]),
    };

    /// <inheritdoc/>
    public EngineInfo Info { get; } = new(Description.Name, "1.0", "table", "The table's networks were trained in float32.");

    /// <inheritdoc/>
    public TableContent Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(file);
            var results = document.RootElement.EnumerateObject().ToDictionary(network => network.Name, Result, StringComparer.Ordinal);
            return new TableContent(new Dictionary<TabulatedRecipe, Dictionary<string, TabulatedTraining>> { [Recipe] = results });
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"It is no such table. {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public string? NameOf(AnswerList answers)
    {
        var name = string.Concat(Enumerable.Range(1, Layers).Select(layer =>
            Array.IndexOf(Operations, answers.Answers.FirstOrDefault(answer => answer.Name == $"layer {layer}")?.Text)));
        return answers.Answers.Length == Layers && name.Length == Layers ? name : null;
    }

    private static TabulatedTraining Result(JsonProperty network)
    {
        var accuracies = network.Value.GetProperty("test_acc").EnumerateArray().Select(accuracy => accuracy.GetDouble()).ToList();
        return accuracies.Count == Trainings
            ? new TabulatedTraining(Figures.Evaluation(accuracies[0], Samples), Figures.Evaluation(accuracies.Skip(1).Average(), Samples), Seconds: 0)
            : throw new InvalidDataException($"The network {network.Name} has {accuracies.Count} accuracies in place of {Trainings}.");
    }
}
