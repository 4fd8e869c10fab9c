using System.Globalization;
using System.Text;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Reports.Figures;
using NasDaemon.Reports.Text.Csv.Experiments;
using NasDaemon.Reports.Text.Json;

namespace NasDaemon.Reports.Text.Csv;

/// <summary>Writes <c>trials.csv</c>: one row a search trial, as RFC 4180 says.</summary>
internal sealed class CsvReportWriter : IReportWriter
{
    /// <summary>The file's name.</summary>
    public const string FileName = "trials.csv";

    private static readonly (string Name, Func<TrialReport, string> Field)[] Columns =
    [
        ("number", trial => Field(trial.Trial.Key.Number)),
        ("candidate", trial => Field(trial.Trial.Candidate)),
        ("kind", trial => SnakeCase.Of(trial.Trial.Kind)),
        ("state", trial => SnakeCase.Of(trial.Trial.State)),
        ("epochs", trial => Field(trial.Epochs())),
        ("validation_accuracy", trial => Field(trial.Trial.Score?.ValidationAccuracy)),
        ("validation_loss", trial => Field(trial.Trial.Score?.ValidationLoss)),
        ("seconds", trial => Field(trial.Seconds())),
        ("parameters", trial => Field(trial.Parameters())),
        ("flops", trial => Field(trial.Flops())),
        ("source_fingerprint", trial => CsvText.Field(trial.Candidate.SourceFingerprint)),
        ("graph_fingerprint", trial => CsvText.Field(trial.Trial.GraphFingerprint)),
        ("recipe_fingerprint", trial => CsvText.Field(trial.Trial.RecipeFingerprint)),
        ("strategy", trial => CsvText.Field(trial.Candidate.Candidate.Origin.Strategy)),
        ("parents", trial => string.Join(' ', trial.Candidate.Candidate.Origin.Parents.Select(Field))),
        ("failure_class", trial => trial.Trial.Failure is { } failure ? SnakeCase.Of(failure.Class) : string.Empty),
        ("failure_message", trial => CsvText.Field(trial.Trial.Failure?.Message ?? string.Empty)),
        ("supporting", trial => Field((long?)(trial.Candidate.Candidate.Origin as PromptOrigin)?.Supporting)),
        ("helped_by", trial => string.Join(' ', trial.Candidate.Candidate.Origin.Helpful().Select(step => SnakeCase.Of(step.Kind)))),
    ];

    /// <inheritdoc/>
    public async Task WriteAsync(TaskReport report, string folder, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        CsvText.AppendRow(text, Columns.Select(column => column.Name));
        foreach (var trial in report.Trials)
        {
            CsvText.AppendRow(text, Columns.Select(column => column.Field(trial)));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, FileName), text.ToString(), cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task WriteAsync(ExperimentReport report, string folder, CancellationToken cancellation) =>
        File.WriteAllTextAsync(Path.Combine(folder, RunRows.FileName), RunRows.Of(report), cancellation);

    private static string Field(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Field(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Field(double? number) =>
        number is { } value && double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : string.Empty;
}
