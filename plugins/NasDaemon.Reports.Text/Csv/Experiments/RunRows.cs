using System.Globalization;
using System.Text;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Csv.Experiments;

/// <summary>Writes <c>runs.csv</c>: one row a run of an experiment, as RFC 4180 says.</summary>
internal static class RunRows
{
    /// <summary>The file's name.</summary>
    public const string FileName = "runs.csv";

    private static readonly (string Name, Func<ExperimentRunReport, string> Field)[] Columns =
    [
        ("arm", run => CsvText.Field(run.Arm)),
        ("dataset", run => CsvText.Field(run.Dataset)),
        ("seed", run => Number(run.Seed)),
        ("validation", run => Number(run.Validation)),
        ("test", run => Number(run.Test)),
        ("regret", run => Number(run.Regret)),
        ("parameters", run => Number(run.Parameters)),
        ("trainings", run => Number(run.Trainings)),
        ("reused", run => Number(run.Reused)),
        ("candidates", run => Number(run.Candidates)),
        ("seconds", run => Number(run.Seconds)),
        ("end_reason", run => CsvText.Field(run.EndReason)),
        ("failure", run => CsvText.Field(run.Failure ?? string.Empty)),
    ];

    /// <summary>Writes the rows.</summary>
    public static string Of(ExperimentReport report)
    {
        var text = new StringBuilder();
        CsvText.AppendRow(text, Columns.Select(column => column.Name));
        foreach (var run in report.Runs)
        {
            CsvText.AppendRow(text, Columns.Select(column => column.Field(run)));
        }

        return text.ToString();
    }

    private static string Number(double? number) =>
        number is { } value && double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : string.Empty;
}
