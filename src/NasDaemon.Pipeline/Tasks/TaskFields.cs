using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>Every key of a task file.</summary>
internal static class TaskFields
{
    /// <summary>The kind of a file that compares ways to search.</summary>
    public const string Experiment = "experiment";

    private const string Search = "search";
    private const int LongestRequest = 10_000;
    private const int LongestReference = 200_000;
    private const int LongestName = 200;

    public static readonly ChoiceField Kind = new(
        "kind",
        "What the file asks for: a search, or an experiment that compares several ways to search (docs/experiments.md tells its keys).",
        [Search, Experiment])
    { DefaultValue = Search };

    public static readonly TextField Name = new("name", "The task's name, which is also its folder in the outbox.", TaskName.Longest)
    {
        Form = TaskName.Form(),
        FormWords = "lower-case letters, digits and hyphens",
        DefaultWords = "the file's name",
    };

    public static readonly TextField Request = new("request", "What is wanted, in your own words, in any language; for strategies that ask a language model.", LongestRequest)
    {
        DefaultValue = string.Empty,
        DefaultWords = "empty",
    };

    public static readonly TextField Model = new("model", "The language model to ask, by its name; `nasdaemon model list` names those that there are.", LongestName)
    {
        DefaultWords = "the first of `nasdaemon model list`, where the strategy needs one",
    };

    public static readonly TextField Reference = new(
        "reference",
        "A network of yours that is to be improved: the name of a `.py` file beside the task file, or its source.",
        LongestReference)
    {
        DefaultWords = "none",
    };

    public static readonly ComponentField Engine = new("engine", "The training engine.", catalogue => catalogue.EnginesAndTables, "libtorch");

    public static readonly WholeNumberField Seed = new("seed", "The seed of everything random in the task.", 0, int.MaxValue) { DefaultValue = 0 };

    public static readonly SectionField File = new(
        string.Empty,
        "A search task of NasDaemon.",
        [
            Kind,
            Name,
            Request,
            Reference,
            Model,
            DatasetFields.Section,
            SearchFields.Section,
            ConstraintFields.Section,
            TrainingFields.Section,
            BudgetFields.Section,
            BudgetFields.Final,
            Engine,
            Seed,
        ]);
}
