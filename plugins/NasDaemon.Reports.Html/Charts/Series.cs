using System.Collections.Immutable;

namespace NasDaemon.Reports.Html.Charts;

/// <summary>What belongs together in a chart and looks the same.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Look">The classes of the page's style that give it its colour and the like.</param>
/// <param name="Lines">Its lines; of points and bands one is enough.</param>
internal sealed record Series(string Name, SeriesShape Shape, string Look, ImmutableArray<ImmutableArray<Point>> Lines)
{
    /// <summary>Whether there is anything to draw.</summary>
    public bool IsEmpty => Lines.All(line => line.IsEmpty);
}

/// <summary>A place in a chart.</summary>
/// <param name="X">Along the lower axis.</param>
/// <param name="Y">Along the left axis.</param>
internal readonly record struct Point(double X, double Y);

/// <summary>How a series is drawn.</summary>
internal enum SeriesShape
{
    /// <summary>A line through the points.</summary>
    Line,

    /// <summary>A line that keeps its height until the next point.</summary>
    Steps,

    /// <summary>Dots.</summary>
    Dots,

    /// <summary>Crosses.</summary>
    Crosses,

    /// <summary>Diamonds.</summary>
    Diamonds,

    /// <summary>The area between the first line and the second.</summary>
    Band,

    /// <summary>Upright bars with a foot and a head, from the first point of each line to its second.</summary>
    Whiskers,
}
