using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Charts;

/// <summary>Where things stand in the picture of a chart.</summary>
internal static class ChartFrame
{
    public const double Width = 420;
    public const double Height = 280;
    public const double Left = 58;
    public const double Right = 404;
    public const double Top = 30;
    public const double Bottom = 232;

    // Of the letters of the page's fonts at 12 pixels; rather too much than too little.
    private const double LetterWidth = 7;

    /// <summary>Draws an axis of each kind, with as many labels as have room.</summary>
    public static void Write(Chart chart, HtmlWriter html)
    {
        html.Element("text", chart.Up.Label, ("x", "4"), ("y", "14"));
        html.Element("text", chart.Across.Label, ("x", HtmlWriter.Number((Left + Right) / 2)), ("y", "272"), ("text-anchor", "middle"));
        foreach (var tick in Roomy(chart.Up.Scale, Bottom - Top, _ => 14))
        {
            var y = Y(chart, tick.Value);
            html.Element("path", string.Empty, ("class", "grid"), ("d", $"M{HtmlWriter.Number(Left)} {HtmlWriter.Number(y)}H{HtmlWriter.Number(Right)}"));
            html.Element("text", tick.Label, ("x", HtmlWriter.Number(Left - 6)), ("y", HtmlWriter.Number(y + 4)), ("text-anchor", "end"));
        }

        foreach (var tick in Roomy(chart.Across.Scale, Right - Left, Width))
        {
            var x = X(chart, tick.Value);
            html.Element("path", string.Empty, ("class", "axis"), ("d", $"M{HtmlWriter.Number(x)} {HtmlWriter.Number(Bottom)}v5"));
            html.Element("text", tick.Label, ("x", HtmlWriter.Number(Inside(x, tick.Label))), ("y", HtmlWriter.Number(Bottom + 19)), ("text-anchor", "middle"));
        }

        html.Element("path", string.Empty, ("class", "axis"), ("d", $"M{HtmlWriter.Number(Left)} {HtmlWriter.Number(Top)}V{HtmlWriter.Number(Bottom)}H{HtmlWriter.Number(Right)}"));

        static double Width(Tick tick) => (tick.Label.Length + 1) * LetterWidth;
    }

    /// <summary>The place of a value on the lower axis.</summary>
    public static double X(Chart chart, double value) => Left + (chart.Across.Scale.Place(value) * (Right - Left));

    /// <summary>The place of a value on the left axis.</summary>
    public static double Y(Chart chart, double value) => Bottom - (chart.Up.Scale.Place(value) * (Bottom - Top));

    /// <summary>Those marks whose labels do not touch the one before.</summary>
    public static IReadOnlyList<Tick> Roomy(Scale scale, double length, Func<Tick, double> size)
    {
        var kept = new List<Tick>();
        var free = double.NegativeInfinity;
        foreach (var tick in scale.Ticks)
        {
            var (place, half) = (scale.Place(tick.Value) * length, size(tick) / 2);
            if (place - half >= free)
            {
                kept.Add(tick);
                free = place + half;
            }
        }

        return kept;
    }

    private static double Inside(double x, string label) => Math.Min(x, Width - (label.Length * LetterWidth / 2));
}
