using System.Globalization;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Html.Markup;
using NasDaemon.Reports.Settings;

namespace NasDaemon.Reports.Html.Sections;

/// <summary>What was done exactly, so that it can be done again.</summary>
internal static class MethodSection
{
    /// <summary>Of a task.</summary>
    public static void Write(TaskReport report, HtmlWriter html)
    {
        using (html.Section("method", "What was done"))
        {
            html.Element("h3", "The settings, every default filled in");
            html.Table("The task", ["Setting", "Value"], SettingRows.Of(report.Task).Select(setting => (IReadOnlyList<TableCell>)[setting.Key, setting.Text]));
            html.Element("h3", "The samples");
            WriteSplits(report, html);
            WriteMachine(report.Machine, report.Started, html);
            WriteYaml(report.Yaml, html);
            html.Element("h3", "To do it again");
            html.Paragraph(
                "Save the task file above and submit it with nasdaemon submit FILE; the field settings of report.json is the same task with every default filled in, "
                + "so that it does not change with them. With the same seed, one worker and the same versions it proposes the same networks and gets the same figures; "
                + "what is trained already is not trained again unless the archive is another.");
        }
    }

    /// <summary>The machine and the versions.</summary>
    public static void WriteMachine(MachineReport machine, DateTimeOffset started, HtmlWriter html)
    {
        html.Element("h3", "The machine and the versions");
        html.Table(
            "What it ran on",
            ["What", "Which"],
            [
                ["Processor", machine.Processor],
                ["Workers", Figure.Count(machine.Workers)],
                ["Operating system", machine.OperatingSystem],
                .. Engine(machine),
                ["NasDaemon", $"{machine.Daemon} on {machine.Runtime}"],
                ["Started", started.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)],
            ]);
    }

    /// <summary>The task file as it was dropped.</summary>
    public static void WriteYaml(string yaml, HtmlWriter html)
    {
        html.Element("h3", "The task file, as it was dropped");
        html.Element("pre", yaml.Trim(), ("class", "wrapped"), ("tabindex", "0"), ("aria-label", "Task file"));
    }

    private static IEnumerable<IReadOnlyList<TableCell>> Engine(MachineReport machine) => machine.Engine is not { } engine
        ? []
        : [["Engine", $"{engine.Name} {engine.Version} on {engine.Device}"], ["Precision", engine.Precision]];

    private static void WriteSplits(TaskReport report, HtmlWriter html)
    {
        var dataset = report.Task.Dataset;
        var validation = report.Trials.SelectMany(trial => trial.Epochs).Select(epoch => epoch.Validation?.Samples).FirstOrDefault(samples => samples is not null);
        html.Paragraph(
            $"Data set {dataset.Name}"
            + (dataset.Classes.IsEmpty ? ", all classes" : $", the classes {string.Join(", ", dataset.Classes)}")
            + (dataset.SubsetShare < 1 ? $", {Figure.Percent(dataset.SubsetShare)} of the samples" : string.Empty)
            + $". {Figure.Percent(dataset.ValidationShare)} of the training samples were held back to guide the search"
            + (validation is { } count ? $": {Figure.Count(count)}" : string.Empty)
            + ". The finalists were trained on both parts together; the test samples"
            + (report.Best is { } best ? $", {Figure.Count(best.Test.Samples)}," : string.Empty)
            + $" were used once, after the search. The seed {Figure.Count(report.Task.Seed)} decides splits, proposals and first weights.");
    }
}
