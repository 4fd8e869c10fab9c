using System.Collections.Immutable;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Tasks;

namespace NasDaemon.Pipeline.Experiments.Reading;

/// <summary>The keys that only an experiment has, and which keys of tasks it and its arms may have.</summary>
internal static class ExperimentFields
{
    public const string Random = "random";
    public const string None = "none";
    public const string Memory = "memory";
    public const string Earlier = "earlier";
    public const string Regret = "regret";
    public const string Validation = "validation";
    private const string Daemon = "daemon";
    private const string Test = "test";

    /// <summary>What may differ between arms.</summary>
    public static readonly ImmutableArray<Field> OfArms =
    [
        TaskFields.Request,
        TaskFields.Model,
        SearchFields.Section,
        ConstraintFields.Section,
        TrainingFields.Section,
        BudgetFields.Final,
        TaskFields.Engine,
    ];

    public static readonly ArmsField Arms = new("arms", "What is compared: under a name of yours, the settings in which each way differs.", OfArms) { IsRequired = true };

    public static readonly DatasetsField Datasets = new("datasets", "The data sets: each as under `dataset` of a task.") { IsRequired = true };

    public static readonly SeedsField Seeds = new("seeds", "How often each arm runs on each data set: a number of seeds from `seed` on, or a list of seeds.")
    {
        DefaultValue = new SeedList(5, []),
    };

    public static readonly ChoiceField Control = new(
        "control",
        "Adds an arm `random`: random search with the settings of all, and so with the same budget; `none` goes without.",
        [Random, None])
    { DefaultValue = Random };

    public static readonly ChoiceField Metric = new(
        "metric",
        "What the arms are compared by: accuracy of the best on the test samples, on the validation samples, or how far the latter is below the best of a table.",
        [Test, Validation, Regret])
    { DefaultValue = Test };

    public static readonly ChoiceField Store = new(
        "store",
        "Where the runs keep their steps. In `daemon`'s own store a run that was killed goes on where it was, and other tasks learn from it; in `memory` it begins anew.",
        [Daemon, Memory])
    { DefaultValue = Daemon };

    public static readonly ChoiceField Archive = new(
        "archive",
        "What a run sees of other tasks: nothing, or what tasks had trained before the experiment began. It never sees another run.",
        [None, Earlier])
    { DefaultValue = None };

    public static readonly WholeNumberField Parallel = new("parallel", "How many runs go on at a time; each trains one network at a time.", 1, 64)
    {
        Unit = "runs",
        DefaultWords = "one a worker",
    };

    public static readonly SectionField Own = new(
        string.Empty,
        "What only an experiment of NasDaemon has.",
        [TaskFields.Kind, Arms, Datasets, Seeds, Control, Metric, Store, Archive, Parallel]);

    public static readonly SectionField Arm = new(string.Empty, "An arm of an experiment.", OfArms);

    /// <summary>The keys of tasks that hold for all arms.</summary>
    public static readonly SectionField Common = new(
        string.Empty,
        "What holds for every arm.",
        [.. TaskFields.File.Fields.Where(field => field != TaskFields.Kind && field != DatasetFields.Section)]);

    /// <summary>The whole file.</summary>
    public static readonly SectionField File = new(string.Empty, "An experiment of NasDaemon.", [.. Own.Fields, .. Common.Fields]);
}
