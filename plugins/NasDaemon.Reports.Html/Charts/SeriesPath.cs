using System.Globalization;
using System.Text;

namespace NasDaemon.Reports.Html.Charts;

/// <summary>Draws a series as one path, so that ten thousand points are one element of the page.</summary>
internal static class SeriesPath
{
    /// <summary>The path's data.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="series">The series.</param>
    /// <returns>Empty where there is nothing to draw.</returns>
    public static string Of(Chart chart, Series series)
    {
        var path = new StringBuilder();
        if (series.Shape == SeriesShape.Band)
        {
            Connect(path, chart, [.. series.Lines[0], .. series.Lines[1].Reverse()], isStepped: false);
            return path.Append('Z').ToString();
        }

        foreach (var line in series.Lines)
        {
            if (series.Shape is SeriesShape.Line or SeriesShape.Steps)
            {
                Connect(path, chart, line, series.Shape == SeriesShape.Steps);
            }
            else if (series.Shape == SeriesShape.Whiskers)
            {
                Whisker(path, chart, line[0], line[1]);
            }
            else
            {
                foreach (var point in line)
                {
                    Mark(path, series.Shape, ChartFrame.X(chart, point.X), ChartFrame.Y(chart, point.Y));
                }
            }
        }

        return path.ToString();
    }

    /// <summary>The path's data for the legend: a piece of it in a field of 28 by 12.</summary>
    public static string Sample(SeriesShape shape)
    {
        var path = new StringBuilder();
        switch (shape)
        {
            case SeriesShape.Line or SeriesShape.Steps:
                return "M1 6H27";
            case SeriesShape.Band:
                return "M1 1H27V11H1Z";
            case SeriesShape.Whiskers:
                return "M14 1V11M10 1h8M10 11h8";
            default:
                Mark(path, shape, 14, 6);
                return path.ToString();
        }
    }

    private static void Connect(StringBuilder path, Chart chart, IEnumerable<Point> points, bool isStepped)
    {
        var isFirst = true;
        foreach (var point in points)
        {
            var (x, y) = (ChartFrame.X(chart, point.X), ChartFrame.Y(chart, point.Y));
            path.Append(isFirst ? 'M' : isStepped ? 'H' : 'L').Append(Number(x));
            path.Append(!isFirst && isStepped ? 'V' : ' ').Append(Number(y));
            isFirst = false;
        }
    }

    private static void Whisker(StringBuilder path, Chart chart, Point low, Point high)
    {
        var (x, foot, head) = (ChartFrame.X(chart, low.X), ChartFrame.Y(chart, low.Y), ChartFrame.Y(chart, high.Y));
        path.Append(CultureInfo.InvariantCulture, $"M{Number(x)} {Number(foot)}V{Number(head)}M{Number(x - 5)} {Number(foot)}h10M{Number(x - 5)} {Number(head)}h10");
    }

    private static void Mark(StringBuilder path, SeriesShape shape, double x, double y)
    {
        path.Append('M').Append(Number(x)).Append(' ').Append(Number(y));
        path.Append(shape switch
        {
            // A line of no length with round ends is a dot.
            SeriesShape.Dots => "h0",
            SeriesShape.Crosses => "m-3-3l6 6m0-6l-6 6",
            _ => "m0-5l5 5l-5 5l-5-5z",
        });
    }

    private static string Number(double value) => Markup.HtmlWriter.Number(value);
}
