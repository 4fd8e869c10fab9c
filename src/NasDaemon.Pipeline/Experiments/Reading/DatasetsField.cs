using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Experiments.Reading;

/// <summary>A list of data sets, each as a task would name it.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
internal sealed class DatasetsField(string name, string summary) : ValueField<ImmutableArray<PlacedDataset>>(name, summary)
{
    /// <inheritdoc/>
    public override string Type => "list of data sets";

    /// <inheritdoc/>
    public override string Range => "at least one, each once";

    /// <inheritdoc/>
    public override string Expectation => "a list of data sets, each once, as [mnist, cifar-10], or each with the keys that 'dataset' of a task has";

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["$ref"] = $"#/definitions/task/properties/{DatasetFields.Section.Name}" },
        ["minItems"] = 1,
        ["uniqueItems"] = true,
    };

    /// <inheritdoc/>
    protected override string Write(ImmutableArray<PlacedDataset> value) => $"[{string.Join(", ", value.Select(dataset => dataset.Name))}]";

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, out ImmutableArray<PlacedDataset> value)
    {
        value = node is YamlList list
            ? [.. list.Items.Select(item => (Name: NameOf(item), Node: item)).Where(item => item.Name is not null).Select(item => new PlacedDataset(item.Name!, item.Node))]
            : [];
        return node is YamlList all
            && value.Length == all.Items.Length
            && value.Length > 0
            && value.Select(dataset => dataset.Name).Distinct(StringComparer.Ordinal).Count() == value.Length;
    }

    private static string? NameOf(YamlNode node) => node switch
    {
        YamlText { IsNothing: false } text => text.Value,
        YamlMap map when map.Entries.FirstOrDefault(entry => entry.Key == DatasetFields.Name.Name)?.Value is YamlText { IsNothing: false } name => name.Value,
        _ => null,
    };
}

/// <summary>A data set as it stands in the file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Node">The name, or the mapping with the name and more.</param>
internal sealed record PlacedDataset(string Name, YamlNode Node);
