using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>Links to the parts of a page.</summary>
internal static class Contents
{
    /// <summary>Writes the links.</summary>
    /// <param name="html">The page.</param>
    /// <param name="parts">The parts' names on the page, and what they are called.</param>
    public static void Write(HtmlWriter html, params ReadOnlySpan<(string Id, string Name)> parts)
    {
        using (html.Open("nav", ("aria-label", "Parts of this page")))
        using (html.Open("ul"))
        {
            foreach (var (id, name) in parts)
            {
                using (html.Open("li"))
                {
                    html.Element("a", name, ("href", "#" + id));
                }
            }
        }
    }
}
