using System.Collections.Immutable;

namespace NasDaemon.Reports.Html.Charts;

/// <summary>A chart.</summary>
/// <param name="Id">Its name on the page; no other part of the page has it.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">The same for those who do not see it: what is to be learnt from it, in a sentence or two.</param>
/// <param name="Across">The lower axis.</param>
/// <param name="Up">The left axis.</param>
/// <param name="Series">What is drawn, the hindmost first.</param>
internal sealed record Chart(string Id, string Title, string Description, Axis Across, Axis Up, ImmutableArray<Series> Series)
{
    /// <summary>What is said below it; empty for nothing.</summary>
    public string Remark { get; init; } = string.Empty;
}

/// <summary>An axis.</summary>
/// <param name="Label">What is measured along it.</param>
/// <param name="Scale">Where values stand.</param>
internal sealed record Axis(string Label, Scale Scale);
