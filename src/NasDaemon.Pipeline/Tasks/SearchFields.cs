using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Tasks;

/// <summary>The keys under <c>search</c>.</summary>
internal static class SearchFields
{
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

    public static readonly SectionField Section = new("search", "How networks are looked for.", [Space, Strategy, Estimator]);
}
