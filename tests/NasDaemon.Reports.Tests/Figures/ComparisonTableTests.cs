using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Tests.Figures;

public sealed class ComparisonTableTests
{
    private static readonly ImmutableArray<ArmComparison> Untested =
    [
        new("a", "b", null, 0.01, null, null),
        new("a", "random", null, 0.02, null, null),
        new("b", "random", null, 0.01, null, null),
    ];

    [Fact]
    public void Of_NothingCouldBeTested_KeepsThePairsWithTheControl()
    {
        var table = Assert.Single(ComparisonTable.Of(Report(Untested)));

        Assert.Equal("random", table.OnlyAgainst);
        Assert.Equal<ArmComparison>(Untested[1..], table.Pairs);
    }

    [Fact]
    public void Of_OnePairCouldBeTested_KeepsAll()
    {
        ImmutableArray<ArmComparison> pairs = [Untested[0] with { Test = new ComparisonTest(1, 2, 0.4, 0.4) }, .. Untested[1..]];

        var table = Assert.Single(ComparisonTable.Of(Report(pairs)));

        Assert.Null(table.OnlyAgainst);
        Assert.Equal<ArmComparison>(pairs, table.Pairs);
    }

    [Fact]
    public void Of_NoControl_KeepsAll() => Assert.Equal<ArmComparison>(Untested, Assert.Single(ComparisonTable.Of(Report(Untested, "c"))).Pairs);

    [Fact]
    public void Of_SeveralDatasets_HasATableForEachThatWasComparedAndTheBalancedOne() =>
        Assert.Equal([null, "few-shot-set"], ComparisonTable.Of(SampleExperiment.Create()).Select(table => table.Dataset));

    private static ExperimentReport Report(ImmutableArray<ArmComparison> pairs, string last = "random")
    {
        var report = SampleExperiment.Create();
        ImmutableArray<ExperimentArm> arms = [new("a", [], false), new("b", [], false), new(last, [], last == "random")];
        return report with { Design = report.Design with { Arms = arms }, Comparisons = pairs };
    }
}
