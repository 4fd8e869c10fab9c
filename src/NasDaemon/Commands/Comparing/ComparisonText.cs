using System.Globalization;
using MathNet.Numerics.Statistics;
using NasDaemon.Commands.Output;
using NasDaemon.Commands.Tables;

namespace NasDaemon.Commands.Comparing;

/// <summary>A comparison in plain text.</summary>
internal static class ComparisonText
{
    private const double Threshold = 0.05;

    private static readonly (string Name, Func<ComparedTask, string> Cell)[] Rows =
    [
        ("state", task => task.State.ToString().ToLowerInvariant()),
        ("data set", task => string.Join(", ", task.Datasets)),
        ("best on test", task => Share(task.Best?.Test)),
        ("  95 % interval", task => task.Best?.TestInterval is { } interval ? $"{Share(interval.Low)} to {Share(interval.High)}" : string.Empty),
        ("best on validation", task => Share(task.Best?.Validation)),
        ("parameters", task => task.Best?.Parameters?.ToString("N0", CultureInfo.InvariantCulture) ?? string.Empty),
        ("trainings", task => task.Trainings.ToString("N0", CultureInfo.InvariantCulture)),
        ("  taken over", task => task.Reused == 0 ? string.Empty : task.Reused.ToString("N0", CultureInfo.InvariantCulture)),
        ("search time", task => DurationText.Of(TimeSpan.FromSeconds(task.SearchSeconds))),
        ("figures compared", task => task.Figures.Length.ToString("N0", CultureInfo.InvariantCulture)),
        ("  mean", task => task.Figures.IsEmpty ? string.Empty : Share(task.Figures.Mean())),
        ("  deviation", task => task.Figures.Length < 2 ? string.Empty : Share(task.Figures.StandardDeviation())),
    ];

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="comparison">The comparison.</param>
    public static void Write(TextWriter output, Comparison comparison)
    {
        var table = new TextTable([string.Empty, .. comparison.Tasks.Select(task => task.Id)]).AlignRight([.. Enumerable.Range(1, comparison.Tasks.Length)]);
        foreach (var (name, cell) in Rows)
        {
            table.Add([name, .. comparison.Tasks.Select(cell)]);
        }

        table.Write(output);
        output.WriteLine();
        output.WriteLine(Explanation(comparison.Figure));
        output.WriteLine();
        WritePairs(output, comparison);
    }

    private static string Explanation(ComparedFigure figure) => figure switch
    {
        ComparedFigure.Networks => """
            Compared are the validation accuracies of all networks that each search trained, not only of its best: whether one proposes better
            networks on the whole. Results that were taken over from another task are left out: they are no new observations. The networks of one search are not drawn independently of each other, so take p as a hint; an experiment
            with several seeds settles it.
            """,
        ComparedFigure.RunsOnTest =>
            "Compared are the runs of each arm, all its seeds together, by the test accuracy of the network that each run chose.",
        _ => "Compared are the runs of each arm, all its seeds together, by their best validation accuracy.",
    };

    private static void WritePairs(TextWriter output, Comparison comparison)
    {
        var table = new TextTable("first", "second", "difference", "t", "freedom", "p", "p (Holm)", "Cohen's d").AlignRight(2, 3, 4, 5, 6, 7);
        foreach (var pair in comparison.Pairs)
        {
            table.Add(
                pair.First,
                pair.Second,
                pair.Difference?.ToString("+0.00 %;-0.00 %", CultureInfo.InvariantCulture) ?? string.Empty,
                Figure(pair.Test?.T, "0.00"),
                Figure(pair.Test?.DegreesOfFreedom, "0.0"),
                Figure(pair.Test?.P, "0.0000"),
                Figure(pair.CorrectedP, "0.0000"),
                Figure(pair.EffectSize, "0.00"));
        }

        table.Write(output);
        output.WriteLine();
        foreach (var pair in comparison.Pairs)
        {
            output.WriteLine(PlainText.Of($"{pair.First} and {pair.Second}: {Verdict(pair)}{(pair.Caution is { } caution ? " " + caution : string.Empty)}"));
        }
    }

    private static string Verdict(ComparedPair pair) => pair switch
    {
        { Obstacle: { } obstacle } => $"no test. {obstacle}",
        { CorrectedP: < Threshold } => $"{(pair.Difference > 0 ? pair.First : pair.Second)} is better by more than chance would explain at the 5 % level.",
        _ => "no difference that chance could not explain at the 5 % level.",
    };

    private static string Share(double? share) => share?.ToString("P2", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Figure(double? figure, string format) => figure?.ToString(format, CultureInfo.InvariantCulture) ?? string.Empty;
}
