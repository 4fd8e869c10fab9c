using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>What it ran on.</summary>
internal static class MachineSection
{
    public static void Write(MachineReport machine, DateTimeOffset started, MarkdownPage page)
    {
        page.Heading(2, "The machine");
        page.Table(
            ["What", "Which"],
            [
                ["Processor", MarkdownText.Escape(machine.Processor)],
                ["Workers", Figure.Count(machine.Workers)],
                ["Operating system", MarkdownText.Escape(machine.OperatingSystem)],
                .. Engine(machine),
                ["NasDaemon", $"{MarkdownText.Escape(machine.Daemon)} on {MarkdownText.Escape(machine.Runtime)}"],
                ["Started", started.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture)],
            ]);
    }

    private static IEnumerable<string[]> Engine(MachineReport machine) => machine.Engine is not { } engine
        ? []
        :
        [
            ["Engine", $"{MarkdownText.Escape(engine.Name)} {MarkdownText.Escape(engine.Version)} on {MarkdownText.Escape(engine.Device)}"],
            ["Precision", MarkdownText.Escape(engine.Precision)],
        ];
}
