using NasDaemon.Reports.Figures;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Tests.Figures;

public sealed class ArmFiguresTests
{
    [Fact]
    public void Of_ArmWithAFailedRun_AddsUpAllItsRuns()
    {
        var report = SampleExperiment.Create();

        var figures = ArmFigures.Of(report, report.Design.Arms[0]);

        Assert.Equal(new ArmFigures(Runs: 4, Candidates: 27, Trainings: 15, Reused: 6, Failed: 1, Seconds: 40.5), figures);
        Assert.Equal(ArmFigures.Titles.Count, figures.Cells.Count);
        Assert.Equal(["27", "2,400", "15", "6", "1", "10.1 s"], figures.Cells);
    }

    [Fact]
    public void Cells_NoRunYet_SaysNothingOfTime()
    {
        var report = SampleExperiment.Create() with { Runs = [] };

        Assert.Equal(["0", "–", "0", "0", "0", "–"], ArmFigures.Of(report, report.Design.Arms[1]).Cells);
    }
}
