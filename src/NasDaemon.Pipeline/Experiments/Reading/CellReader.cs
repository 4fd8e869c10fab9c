using System.Collections.Immutable;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Experiments.Reading;

/// <summary>Reads what each arm does on each data set, as a task of its own.</summary>
/// <param name="nodes">Reads the keys of a task.</param>
/// <param name="defaultName">The name where none is given.</param>
/// <param name="folders">Where files that it names may lie.</param>
internal sealed class CellReader(TaskNodeReader nodes, string defaultName, ImmutableArray<string> folders)
{
    /// <summary>Reads every cell.</summary>
    /// <param name="common">The settings of all.</param>
    /// <param name="arms">The arms.</param>
    /// <param name="datasets">The data sets.</param>
    /// <returns>The tasks, and what is wrong: what several cells share stands once, what only some have says in which.</returns>
    public CellReading Read(YamlMap common, ImmutableArray<PlacedArm> arms, ImmutableArray<PlacedDataset> datasets)
    {
        var read = (from arm in arms from dataset in datasets select (arm, dataset, Reading: nodes.Read(Merge(common, arm, dataset), defaultName, folders))).ToList();
        var problems = read
            .SelectMany(cell => cell.Reading.Problems.Select(problem => (problem, cell.arm, cell.dataset)))
            .GroupBy(found => found.problem)
            .Select(found => found.Count() == read.Count ? found.Key : Placed(found.Key, [.. found.Select(one => (one.arm, one.dataset))], datasets.Length));
        return new CellReading(
            [.. read.Select(cell => new ExperimentCell(cell.arm.Name, cell.dataset.Name, cell.Reading.Task))],
            read.FirstOrDefault().Reading?.Reference,
            [.. problems]);
    }

    private static YamlMap Merge(YamlMap common, PlacedArm arm, PlacedDataset dataset)
    {
        var known = arm.Settings with { Entries = [.. arm.Settings.Entries.Where(entry => ExperimentFields.Arm.Fields.Any(field => field.Name == entry.Key))] };
        var merged = ArmMerge.Over(common, known, ExperimentFields.Common);
        return merged with { Entries = merged.Entries.Add(new YamlEntry(DatasetFields.Section.Name, dataset.Node.Position, dataset.Node)) };
    }

    private static YamlProblem Placed(YamlProblem problem, ImmutableArray<(PlacedArm Arm, PlacedDataset Dataset)> cells, int datasets)
    {
        var arms = cells.Select(cell => cell.Arm.Name).Distinct().ToList();
        var where = (arms.Count, cells.Length) switch
        {
            (1, var count) when count == datasets => $" (arm '{arms[0]}')",
            (1, 1) => $" (arm '{arms[0]}' on '{cells[0].Dataset.Name}')",
            _ when cells.Select(cell => cell.Dataset.Name).Distinct().Count() == 1 => $" (on '{cells[0].Dataset.Name}')",
            _ => $" (arms {string.Join(", ", arms.Select(arm => $"'{arm}'"))})",
        };

        // What nobody wrote has no place of its own; the arm is the next best.
        var position = (problem.Line, problem.Column) == (1, 1) ? cells[0].Arm.Position : new TextPosition(problem.Line, problem.Column);
        return problem with { Line = position.Line, Column = position.Column, Message = problem.Message.TrimEnd('.') + where + "." };
    }
}

/// <summary>What the arms do on the data sets.</summary>
/// <param name="Tasks">The tasks; of use only where nothing is wrong.</param>
/// <param name="Reference">The network that they are to improve; null where none was given.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record CellReading(ImmutableArray<ExperimentCell> Tasks, TaskReference? Reference, ImmutableArray<YamlProblem> Problems);
