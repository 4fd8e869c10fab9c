using System.Collections.Immutable;
using NasDaemon.Abstractions.Data;
using NasDaemon.Pipeline.Experiments.Reading;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>Reads task files and says everything that is wrong with them at once.</summary>
/// <param name="catalogue">The components that tasks may name.</param>
/// <param name="datasets">The data sets that tasks may name.</param>
/// <param name="models">Finds a language model by its name, or the one that is taken where none is named.</param>
/// <param name="defaultEngine">The engine of tasks that name none.</param>
public sealed class TaskReader(
    ComponentCatalogue catalogue, IEnumerable<DatasetInfo> datasets, Func<string?, ModelChoice> models, string defaultEngine = "libtorch")
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = YamlDocument.LargestFile;

    private readonly TaskNodeReader _nodes = new(
        catalogue, datasets.ToImmutableSortedDictionary(dataset => dataset.Name, dataset => dataset, StringComparer.Ordinal), models, defaultEngine);

    /// <summary>Reads a file; only a regular one of at most 256 KiB is read.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="file">Its name for messages and for the task's default name; null takes the path's.</param>
    /// <param name="folders">Where files that the task names may lie; by default only beside it.</param>
    /// <returns>The task, or what is wrong.</returns>
    public TaskReading ReadFile(string path, string? file = null, ImmutableArray<string> folders = default)
    {
        var name = file ?? Path.GetFileName(path);
        var read = RegularFile.Read(path, YamlDocument.LargestFile);
        if (read.Bytes is null)
        {
            return Refused(name, string.Empty, new YamlProblem(1, 1, $"The file is not read: {read.Problem}.", "Put a plain text file there."));
        }

        return ReadBytes(read.Bytes, name, folders.IsDefault ? [Path.GetDirectoryName(Path.GetFullPath(path))!] : folders);
    }

    /// <summary>Reads the bytes of a task file.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="file">The file's name, for messages and for the task's default name.</param>
    /// <param name="folders">Where files that the task names may lie, the likeliest first.</param>
    /// <returns>The task, or what is wrong.</returns>
    public TaskReading ReadBytes(byte[] bytes, string file, params ImmutableArray<string> folders) =>
        YamlDocument.Decode(bytes, out var text) is { } problem ? Refused(file, string.Empty, problem) : ReadText(text, file, folders);

    /// <summary>Reads the text of a task file.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="file">The file's name, for messages and for the task's default name.</param>
    /// <param name="folders">Where files that the task names may lie, the likeliest first.</param>
    /// <returns>The task, or what is wrong.</returns>
    public TaskReading ReadText(string yaml, string file, params ImmutableArray<string> folders)
    {
        var document = YamlDocument.Parse(yaml);
        if (document.Root is null)
        {
            return Refused(file, yaml, [.. document.Problems]);
        }

        var reading = IsExperiment(document.Root)
            ? new ExperimentReader(_nodes, file, folders).Read((YamlMap)document.Root, yaml)
            : ReadTask(document.Root, yaml, file, folders);
        ImmutableArray<YamlProblem> problems =
        [
            .. document.Problems.Concat(reading.Problems).OrderBy(problem => problem.Line).ThenBy(problem => problem.Column),
        ];
        return problems.IsEmpty ? reading : reading with { Task = null, Experiment = null, Problems = problems };
    }

    private static bool IsExperiment(YamlNode root) =>
        root is YamlMap map
        && map.Entries.FirstOrDefault(entry => entry.Key == TaskFields.Kind.Name)?.Value is YamlText { Value: TaskFields.Experiment };

    private TaskReading ReadTask(YamlNode root, string yaml, string file, ImmutableArray<string> folders)
    {
        var read = _nodes.Read(root, TaskName.FromFile(file), folders);
        return new TaskReading(file, read.Task.Name, yaml, read.Task, read.Problems) { Reference = read.Reference };
    }

    private static TaskReading Refused(string file, string yaml, params ImmutableArray<YamlProblem> problems) =>
        new(file, TaskName.FromFile(file), yaml, null, problems);
}
