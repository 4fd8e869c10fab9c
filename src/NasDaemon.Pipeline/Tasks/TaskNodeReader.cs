using System.Collections.Immutable;
using NasDaemon.Abstractions.Data;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>Reads the keys of one search task, wherever in a file they stand.</summary>
/// <param name="catalogue">The components that tasks may name.</param>
/// <param name="datasets">The data sets that tasks may name.</param>
/// <param name="models">Finds a language model by its name, or the one that is taken where none is named.</param>
/// <param name="defaultEngine">The engine of tasks that name none.</param>
internal sealed class TaskNodeReader(
    ComponentCatalogue catalogue, ImmutableSortedDictionary<string, DatasetInfo> datasets, Func<string?, ModelChoice> models, string defaultEngine)
{
    /// <summary>The components that tasks may name.</summary>
    public ComponentCatalogue Catalogue => catalogue;

    /// <summary>Reads the keys.</summary>
    /// <param name="root">The mapping that holds them.</param>
    /// <param name="defaultName">The task's name where it has none of its own.</param>
    /// <param name="folders">Where files that the task names may lie, the likeliest first.</param>
    /// <returns>The task, of use only where nothing is wrong.</returns>
    public NodeReading Read(YamlNode root, string defaultName, ImmutableArray<string> folders)
    {
        var reading = new FieldReading(() => catalogue);
        TaskFields.File.Read(root, reading);
        var name = reading.IsGiven(TaskFields.Name) ? reading.Get(TaskFields.Name) : defaultName;
        var reference = new ReferenceReader(reading, folders).Read();
        var task = new TaskBuilder(reading, datasets).Build(name, defaultEngine, reference?.Source);
        ModelCheck.Run(task, reading, catalogue.Strategies, models);
        return new NodeReading(task, reference, reading.Problems);
    }
}

/// <summary>What the keys of one search task say.</summary>
/// <param name="Task">The task; of use only where nothing is wrong.</param>
/// <param name="Reference">The network that it is to improve; null where none was given.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record NodeReading(SearchTask Task, TaskReference? Reference, ImmutableArray<YamlProblem> Problems);
