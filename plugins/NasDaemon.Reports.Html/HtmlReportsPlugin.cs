using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Reports.Html;

/// <summary>Brings the report writer <c>html</c>.</summary>
public sealed class HtmlReportsPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "The report as one page to look at, without a network (report.html).";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddReport(
            new ComponentDescription("html", "report.html: the result and how it was found, in pictures."),
            _ => new HtmlReportWriter());
    }
}
