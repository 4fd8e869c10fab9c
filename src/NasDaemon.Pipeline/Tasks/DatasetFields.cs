using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>The keys under <c>dataset</c>.</summary>
internal static class DatasetFields
{
    private const int LongestName = 100;

    public static readonly TextField Name = new("name", "Which data set. `nasdaemon data list` names those that are known.", LongestName) { IsRequired = true };

    public static readonly TextListField Classes = new("classes", "Keeps only these classes; their order numbers the outputs.", fewest: 2) { DefaultWords = "all" };

    public static readonly ShareField Validation = new(
        "validation",
        "Share of the training samples that is held out to guide the search.",
        new Interval(0, 1, IsMinimumIn: false, IsMaximumIn: false))
    { Unit = "of the training samples", DefaultValue = 0.1 };

    public static readonly ShareField Subset = new(
        "subset",
        "Share of the training samples that is used at all, the held-out ones among them. The test samples are always all used.",
        new Interval(0, 1, IsMinimumIn: false))
    { Unit = "of the training samples", DefaultValue = 1 };

    public static readonly SectionField Section = new("dataset", "Which samples are learnt from.", [Name, Classes, Validation, Subset])
    {
        Shorthand = Name,
        IsRequired = true,
    };
}
