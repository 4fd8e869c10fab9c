using System.Collections.Immutable;
using NasDaemon.Reports.Html.Charts;

namespace NasDaemon.Reports.Html.Experiments;

/// <summary>The mean of several runs' progress, and between what they lie.</summary>
/// <param name="Mean">The mean at each place.</param>
/// <param name="Low">The lowest run at each place.</param>
/// <param name="High">The highest.</param>
internal sealed record MeanCurve(ImmutableArray<Point> Mean, ImmutableArray<Point> Low, ImmutableArray<Point> High)
{
    private const int Places = 120;

    /// <summary>
    /// Takes the mean. A run that ended stays where it was; one that has no result yet begins the curve later, so that the mean is always
    /// one of all runs.
    /// </summary>
    /// <param name="runs">The runs, each with at least one point, by place.</param>
    /// <returns>The curve.</returns>
    public static MeanCurve Of(IReadOnlyList<ImmutableArray<Point>> runs)
    {
        var first = runs.Max(run => run[0].X);
        var all = runs.SelectMany(run => run).Select(point => point.X).Where(x => x >= first).Distinct().Order().ToList();
        var places = all.Count <= Places ? all : [.. Enumerable.Range(0, Places).Select(index => all[(int)Math.Round(index * (all.Count - 1.0) / (Places - 1))])];
        var values = places.ConvertAll(place => (X: place, Y: runs.Select(run => At(run, place)).ToList()));
        return new MeanCurve(
            [.. values.Select(value => new Point(value.X, value.Y.Average()))],
            [.. values.Select(value => new Point(value.X, value.Y.Min()))],
            [.. values.Select(value => new Point(value.X, value.Y.Max()))]);
    }

    private static double At(ImmutableArray<Point> run, double place)
    {
        var (low, high) = (0, run.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = run[middle].X <= place ? (middle + 1, high) : (low, middle);
        }

        return run[Math.Max(low - 1, 0)].Y;
    }
}
