using System.Collections.Immutable;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Charts;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>
/// The part of the accuracies that a chart shows. A few networks that learnt nothing would press all others together, so what lies far
/// below the lower quarter is left out, and the chart says so.
/// </summary>
/// <param name="Scale">The scale of what is shown.</param>
/// <param name="Hidden">How many values lie below it.</param>
internal sealed record AccuracyRange(Scale Scale, int Hidden)
{
    private const int FewestToJudge = 8;
    private const double Reach = 2;
    private const double Rounding = 1e-9;

    /// <summary>What the chart says of those that it leaves out; empty where it shows all.</summary>
    public string Remark => Hidden == 0
        ? string.Empty
        : $"{Figure.Count(Hidden, "value")} below {Figure.Percent(Scale.Low)} {(Hidden == 1 ? "is" : "are")} not shown.";

    /// <summary>The range of accuracies.</summary>
    public static AccuracyRange Of(IReadOnlyList<double> accuracies)
    {
        var sorted = accuracies.Where(double.IsFinite).Order().ToArray();
        if (sorted.Length == 0)
        {
            return new AccuracyRange(Scales.Percent(0, 1), 0);
        }

        var (low, high, quarter) = (sorted[0], sorted[^1], sorted[sorted.Length / 4]);
        var bound = quarter - (Reach * (high - quarter));
        var scale = Scales.Percent(sorted.Length >= FewestToJudge && low < bound ? sorted.First(value => value >= bound) : low, high);
        return new AccuracyRange(scale, sorted.Count(value => value < scale.Low - Rounding));
    }

    /// <summary>Those points that are shown.</summary>
    public ImmutableArray<Point> Visible(ImmutableArray<Point> points) => Hidden == 0 ? points : [.. points.Where(point => point.Y >= Scale.Low - Rounding)];
}
