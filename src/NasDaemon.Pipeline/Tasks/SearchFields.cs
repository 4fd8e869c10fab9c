using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>The keys under <c>search</c>.</summary>
internal static class SearchFields
{
    public const string Archive = "archive";
    public const string NoPrior = "none";
    private const int LongestPath = 4_096;

    public static readonly ComponentField Space = new("space", "The search space: which networks there are.", catalogue => catalogue.Spaces, "chain");

    public static readonly ComponentField Strategy = new(
        "strategy",
        "The search strategy: which network comes next.",
        catalogue => catalogue.Strategies,
        "evolution");

    public static readonly ComponentField Estimator = new(
        "estimator",
        "The performance estimation: how much training each network gets.",
        catalogue => catalogue.Estimators,
        "full");

    public static readonly TextField Prior = new(
        "prior",
        "What the search knows of earlier ones: `archive`, `none`, or a file of `nasdaemon archive export`, by its whole path.",
        LongestPath)
    { DefaultValue = Archive };

    public static readonly WholeNumberField WarmStart = new(
        "warm_start",
        "How many of the best networks of earlier searches in this space come first, built again for this task.",
        0,
        1_000)
    { Unit = "networks", DefaultValue = 0 };

    public static readonly SectionField Section = new("search", "How networks are looked for.", [Space, Strategy, Estimator, Prior, WarmStart]);
}
