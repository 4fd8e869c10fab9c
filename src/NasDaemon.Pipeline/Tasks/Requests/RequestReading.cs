using System.Collections.Immutable;
using NasDaemon.Abstractions.Data;
using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks.Requests;

/// <summary>
/// Holds a task's request against the rest of the task: refuses what the daemon cannot do, fills in the classes that it names plainly
/// where the task names none, and notes what does not fit together.
/// </summary>
/// <param name="reading">The values, and where problems go.</param>
/// <param name="datasets">The data sets that are known.</param>
internal sealed class RequestReading(FieldReading reading, ImmutableSortedDictionary<string, DatasetInfo> datasets)
{
    private readonly ImmutableArray<string>.Builder _notes = ImmutableArray.CreateBuilder<string>();

    /// <summary>Reads the request.</summary>
    /// <returns>What the report is to say of it, one sentence each.</returns>
    public ImmutableArray<string> Run()
    {
        var request = reading.Get(TaskFields.Request);
        if (string.IsNullOrWhiteSpace(request))
        {
            return [];
        }

        ReadGoal(request);
        ReadStrategy();
        if (reading.IsGiven(DatasetFields.Name) && datasets.TryGetValue(reading.Get(DatasetFields.Name), out var dataset))
        {
            ReadDataset(request, dataset);
            ReadClasses(request, dataset);
        }

        return _notes.ToImmutable();
    }

    private void ReadGoal(string request)
    {
        switch (GoalReading.Read(request))
        {
            case { IsMeant: true } finding:
                reading.Report(
                    reading.Position(TaskFields.Request),
                    $"The request asks for {finding.Goal} ('{finding.Words}'), and networks here classify whole samples: {finding.Goal} does not exist yet.",
                    "Ask for a classifier. Where one is meant, say so in the request: 'classify'.");
                break;
            case { } finding:
                _notes.Add($"The request mentions {finding.Goal} ('{finding.Words}'); the networks of this task classify whole samples.");
                break;
        }
    }

    private void ReadStrategy()
    {
        if (SearchFields.Strategy.Resolve(reading, fallback: null) is { } chosen && reading.Catalogue.Strategies.Find(chosen.Name) is { Description.NeedsLanguageModel: false })
        {
            _notes.Add($"The strategy {chosen.Name} proposes without reading the request.");
        }
    }

    private void ReadDataset(string request, DatasetInfo dataset)
    {
        var named = DatasetMention.In(request, datasets.Keys);
        if (named.Count > 0 && !named.Contains(dataset.Name))
        {
            _notes.Add($"The request names the data set {string.Join(" and ", named)}; the task learns from {dataset.Name}, as 'dataset' says.");
        }
    }

    private void ReadClasses(string request, DatasetInfo dataset)
    {
        var classes = new ClassReading(dataset.Classes);
        if (reading.Find(DatasetFields.Classes) is { } given)
        {
            var named = classes.Named(request);
            if (named.Length > 1 && named.Any(name => given.All(item => item.Value != name)))
            {
                _notes.Add($"The request names the classes {string.Join(", ", named)}; the task keeps {string.Join(", ", given.Select(item => item.Value))}, as 'dataset: classes' says.");
            }
        }
        else if (classes.Filter(request) is { IsEmpty: false } filter)
        {
            var position = reading.Position(TaskFields.Request);
            reading.Set(DatasetFields.Classes, [.. filter.Select(name => new PlacedText(name, position))], position);
            _notes.Add($"The classes {string.Join(", ", filter)} were taken from the request, in this order; 'dataset: classes' would go before it.");
        }
        else if (classes.Named(request) is { Length: > 1 } mentioned && mentioned.Length < dataset.Classes.Length)
        {
            _notes.Add($"The request names the classes {string.Join(", ", mentioned)}, but not plainly as the only ones: all {dataset.Classes.Length} are kept. 'dataset: classes' restricts them.");
        }
    }
}
