using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Charts;

/// <summary>Puts charts on a page: a picture that takes its colours from the page's style and its size from the room there is, and a legend of text below it.</summary>
internal static class ChartWriter
{
    /// <summary>Writes a chart.</summary>
    /// <param name="html">The page.</param>
    /// <param name="chart">The chart.</param>
    public static void Write(HtmlWriter html, Chart chart)
    {
        using (html.Open("figure"))
        {
            WritePicture(html, chart);
            WriteLegend(html, chart);
            html.Element("figcaption", $"{chart.Title}. {chart.Remark}".TrimEnd());
        }
    }

    private static void WritePicture(HtmlWriter html, Chart chart)
    {
        var (title, description) = (chart.Id + "-title", chart.Id + "-text");
        using (html.Open(
            "svg",
            ("class", "chart"),
            ("id", chart.Id),
            ("viewBox", $"0 0 {HtmlWriter.Number(ChartFrame.Width)} {HtmlWriter.Number(ChartFrame.Height)}"),
            ("role", "img"),
            ("aria-labelledby", $"{title} {description}")))
        {
            html.Element("title", chart.Title, ("id", title));
            html.Element("desc", chart.Description, ("id", description));
            ChartFrame.Write(chart, html);
            foreach (var series in chart.Series.Where(series => !series.IsEmpty))
            {
                html.Element("path", string.Empty, ("class", Look(series)), ("d", SeriesPath.Of(chart, series)));
            }
        }
    }

    private static void WriteLegend(HtmlWriter html, Chart chart)
    {
        using (html.Open("ul", ("class", "legend")))
        {
            foreach (var series in chart.Series.Where(series => !series.IsEmpty && series.Name.Length > 0))
            {
                using (html.Open("li"))
                {
                    using (html.Open("svg", ("viewBox", "0 0 28 12"), ("aria-hidden", "true")))
                    {
                        html.Element("path", string.Empty, ("class", Look(series)), ("d", SeriesPath.Sample(series.Shape)));
                    }

                    html.Text(series.Name);
                }
            }
        }
    }

    private static string Look(Series series) => series.Shape switch
    {
        SeriesShape.Dots => $"series points {series.Look}",
        SeriesShape.Crosses or SeriesShape.Diamonds or SeriesShape.Whiskers => $"series marks {series.Look}",
        SeriesShape.Band => $"series band {series.Look}",
        _ => $"series {series.Look}",
    };
}
