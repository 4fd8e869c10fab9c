using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Figures;

/// <summary>What an arm of an experiment took, over its runs that have ended.</summary>
/// <param name="Runs">How many have.</param>
/// <param name="Candidates">Candidates proposed.</param>
/// <param name="Trainings">Trainings that count, those whose results were taken over among them.</param>
/// <param name="Reused">Of those, taken over.</param>
/// <param name="Failed">Runs that failed.</param>
/// <param name="Seconds">How long all of them took.</param>
public sealed record ArmFigures(int Runs, int Candidates, int Trainings, int Reused, int Failed, double Seconds)
{
    private const double Hour = 3600;

    /// <summary>The titles of <see cref="Cells"/>.</summary>
    public static IReadOnlyList<string> Titles { get; } =
        ["Candidates", "Candidates an hour", "Trainings", "Taken over", "Failed runs", "Time of a run"];

    /// <summary>The figures as text.</summary>
    public IReadOnlyList<string> Cells =>
    [
        Figure.Count(Candidates),
        Seconds > 0 ? Figure.Count((long)Math.Round(Candidates / Seconds * Hour)) : Figure.Unknown,
        Figure.Count(Trainings),
        Figure.Count(Reused),
        Figure.Count(Failed),
        Runs > 0 ? Figure.Time(Seconds / Runs) : Figure.Unknown,
    ];

    /// <summary>Adds up the runs of an arm.</summary>
    /// <param name="report">The experiment.</param>
    /// <param name="arm">The arm.</param>
    /// <returns>The figures.</returns>
    public static ArmFigures Of(ExperimentReport report, ExperimentArm arm)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(arm);
        var runs = report.Runs.Where(run => run.Arm == arm.Name).ToList();
        return new ArmFigures(
            runs.Count,
            runs.Sum(run => run.Candidates),
            runs.Sum(run => run.Trainings),
            runs.Sum(run => run.Reused),
            runs.Count(run => run.Failure is not null),
            runs.Sum(run => run.Seconds));
    }
}
