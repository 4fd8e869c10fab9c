using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Pipeline.Text;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Experiments.Reading;

/// <summary>Reads the file of an experiment: every arm on every data set is checked as a task of its own would be.</summary>
/// <param name="nodes">Reads the keys of a task.</param>
/// <param name="file">The file's name.</param>
/// <param name="folders">Where files that it names may lie.</param>
internal sealed class ExperimentReader(TaskNodeReader nodes, string file, ImmutableArray<string> folders)
{
    private const int MostRuns = 100_000;
    private const string FullTraining = "full";
    private readonly FieldReading _own = new(() => nodes.Catalogue);

    /// <summary>Reads it.</summary>
    /// <param name="root">The file.</param>
    /// <param name="yaml">Its text.</param>
    /// <returns>The experiment, or what is wrong.</returns>
    public TaskReading Read(YamlMap root, string yaml)
    {
        ExperimentFields.Own.Read(Keep(root, ExperimentFields.Own), _own);
        var common = Keep(root, ExperimentFields.Common);
        RefuseOthers(root);
        var arms = Arms();
        var datasets = _own.IsGiven(ExperimentFields.Datasets) ? _own.Get(ExperimentFields.Datasets) : [];
        var cells = new CellReader(nodes, TaskName.FromFile(file), folders).Read(common, arms, datasets);
        CheckRegret(cells);
        var name = cells.Tasks.FirstOrDefault()?.Task.Name ?? TaskName.FromFile(file);
        var problems = _own.Problems.AddRange(cells.Problems);
        var plan = problems.IsEmpty ? Plan(name, arms, datasets, cells) : null;
        return new TaskReading(file, name, yaml, Task: null, problems) { Experiment = plan, Reference = cells.Reference };
    }

    private static YamlMap Keep(YamlMap root, SectionField section) =>
        root with { Entries = [.. root.Entries.Where(entry => section.Fields.Any(field => field.Name == entry.Key))] };

    private static ExperimentMetric Metric(string word) => word switch
    {
        ExperimentFields.Regret => ExperimentMetric.Regret,
        ExperimentFields.Validation => ExperimentMetric.Validation,
        _ => ExperimentMetric.Test,
    };

    private ExperimentPlan? Plan(string name, ImmutableArray<PlacedArm> arms, ImmutableArray<PlacedDataset> datasets, CellReading cells)
    {
        var first = cells.Tasks[0].Task;
        var keepsRuns = _own.Get(ExperimentFields.Store) != ExperimentFields.Memory;

        // Only a training that would have ended the same way, and whose time does not count, may stand for another run's.
        var shares = keepsRuns && first.Budget.Time is null && cells.Tasks.All(cell => cell.Task.Estimator.Name == FullTraining);
        var design = new ExperimentDesign(
            [.. arms.Select(arm => new ExperimentArm(arm.Name, [.. ArmMerge.Flatten(arm.Settings).Select(setting => new ArmSetting(setting.Key, setting.Value))], IsControl(arm)))],
            [.. datasets.Select(dataset => dataset.Name)],
            _own.Get(ExperimentFields.Seeds).From(first.Seed),
            Metric(_own.Get(ExperimentFields.Metric)),
            first.Budget.Trials,
            shares);
        return new ExperimentPlan(
            name,
            first.Request,
            design,
            cells.Tasks,
            keepsRuns,
            _own.Get(ExperimentFields.Archive) == ExperimentFields.Earlier,
            (int?)_own.Find(ExperimentFields.Parallel));
    }

    private void RefuseOthers(YamlMap root)
    {
        foreach (var entry in root.Entries.Where(entry => ExperimentFields.File.Fields.All(field => field.Name != entry.Key)))
        {
            var (message, remedy) = entry.Key == DatasetFields.Section.Name
                ? ("An experiment has no 'dataset'.", "Name its data sets under 'datasets', as a list.")
                : ($"Unknown key '{entry.Key}'.", NearName.Remedy(entry.Key, [.. ExperimentFields.File.Fields.Select(field => field.Name)]));
            _own.Report(entry.Position, message, remedy);
        }
    }

    private ImmutableArray<PlacedArm> Arms()
    {
        ImmutableArray<PlacedArm> arms = _own.IsGiven(ExperimentFields.Arms) ? _own.Get(ExperimentFields.Arms) : [];
        foreach (var entry in arms.SelectMany(arm => arm.Settings.Entries).Where(entry => ExperimentFields.Arm.Fields.All(field => field.Name != entry.Key)))
        {
            var known = ExperimentFields.Arm.Fields.Select(field => field.Name).ToList();
            var isCommon = ExperimentFields.File.Fields.Any(field => field.Name == entry.Key);
            _own.Report(
                entry.Position,
                isCommon ? $"Arms cannot differ in '{entry.Key}'." : $"Unknown key '{entry.Key}' in an arm.",
                isCommon ? $"Write '{entry.Key}' once for all of them, beside 'arms'." : NearName.Remedy(entry.Key, known));
        }

        CheckNumber(arms);
        return _own.Get(ExperimentFields.Control) == ExperimentFields.None || arms.Any(arm => arm.Name == ExperimentFields.Random) || arms.IsEmpty
            ? arms
            : AddControl(arms);
    }

    private void CheckNumber(ImmutableArray<PlacedArm> arms)
    {
        var datasets = _own.IsGiven(ExperimentFields.Datasets) ? _own.Get(ExperimentFields.Datasets).Length : 0;
        var runs = (arms.Length + 1L) * datasets * _own.Get(ExperimentFields.Seeds).From(0).Length;
        if (runs > MostRuns)
        {
            _own.Report(
                _own.Position(ExperimentFields.Seeds, ExperimentFields.Arms),
                string.Create(CultureInfo.InvariantCulture, $"These are {runs:N0} runs."),
                string.Create(CultureInfo.InvariantCulture, $"Write fewer seeds, arms or data sets: at most {MostRuns:N0} runs."));
        }
    }

    private ImmutableArray<PlacedArm> AddControl(ImmutableArray<PlacedArm> arms)
    {
        var position = _own.Position(ExperimentFields.Control, ExperimentFields.Arms);
        if (nodes.Catalogue.Strategies.Find(ExperimentFields.Random) is null)
        {
            _own.Report(position, "There is no strategy 'random' to compare with.", "Write 'control: none', or install the plugin that brings it.");
            return arms;
        }

        var strategy = new YamlEntry(SearchFields.Strategy.Name, position, new YamlText(ExperimentFields.Random, IsPlain: true, position));
        var search = new YamlEntry(SearchFields.Section.Name, position, new YamlMap([strategy], position));
        return arms.Add(new PlacedArm(ExperimentFields.Random, new YamlMap([search], position), position));
    }

    private bool IsControl(PlacedArm arm) => _own.Get(ExperimentFields.Arms).All(written => written.Name != arm.Name);

    private void CheckRegret(CellReading cells)
    {
        if (_own.Get(ExperimentFields.Metric) == ExperimentFields.Regret && cells.Tasks.Any(cell => !IsTable(cell.Task.Engine.Name)))
        {
            _own.Report(
                _own.Position(ExperimentFields.Metric),
                "Regret is known only where a table answers the trainings.",
                "Write 'metric: test' or 'metric: validation', or name a table as the 'engine' of every arm.");
        }
    }

    private bool IsTable(string engine) => nodes.Catalogue.Engines.Find(engine) is null;
}
