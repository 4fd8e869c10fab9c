using System.Globalization;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Reports.Settings;

/// <summary>
/// A task in the words and the shape of a task file, every default filled in. JSON is YAML, so what this writes can be dropped into the
/// inbox again.
/// </summary>
public static class TaskSettings
{
    /// <summary>Writes a task.</summary>
    public static JsonObject Of(SearchTask task) => new()
    {
        ["name"] = task.Name,
        ["request"] = task.Request,
        ["dataset"] = Dataset(task.Dataset),
        ["search"] = new JsonObject
        {
            ["space"] = Component(task.Space),
            ["strategy"] = Component(task.Strategy),
            ["estimator"] = Component(task.Estimator),
        },
        ["constraints"] = Given(
            ("max_parameters", task.Constraints.MaximumParameters),
            ("max_flops", task.Constraints.MaximumFlops),
            ("max_memory", task.Constraints.MaximumMemoryBytes)),
        ["training"] = TrainingRecipe.Of(task.Training),
        ["budget"] = Given(("trials", task.Budget.Trials), ("time", Time(task.Budget.Time)), ("target", task.Budget.TargetAccuracy)),
        ["final"] = new JsonObject { ["finalists"] = task.Final.Finalists, ["epochs"] = task.Final.Epochs },
        ["engine"] = Component(task.Engine),
        ["seed"] = task.Seed,
    };

    /// <summary>An object of those values that are given.</summary>
    public static JsonObject Given(params ReadOnlySpan<(string Key, JsonNode? Value)> entries)
    {
        var given = new JsonObject();
        foreach (var (key, value) in entries)
        {
            if (value is not null)
            {
                given[key] = value;
            }
        }

        return given;
    }

    private static JsonObject Dataset(DatasetSelection dataset) => Given(
        ("name", dataset.Name),
        ("classes", dataset.Classes.IsEmpty ? null : new JsonArray([.. dataset.Classes.Select(name => (JsonNode)name)])),
        ("validation", dataset.ValidationShare),
        ("subset", dataset.SubsetShare));

    private static JsonObject Component(ComponentSelection component)
    {
        var written = new JsonObject { ["name"] = component.Name };
        foreach (var (name, value) in component.Options.Values)
        {
            written[name] = value.DeepClone();
        }

        return written;
    }

    private static JsonNode? Time(TimeSpan? time) =>
        time is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds:0.###}s") : null;
}
