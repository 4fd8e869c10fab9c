using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Text.Json.Experiments;

namespace NasDaemon.Reports.Text.Json;

/// <summary>Writes <c>report.json</c>.</summary>
internal sealed class JsonReportWriter : IReportWriter
{
    /// <summary>The file's name.</summary>
    public const string FileName = "report.json";

    /// <summary>How documents become JSON.</summary>
    internal static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new FiniteNumberConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <inheritdoc/>
    public Task WriteAsync(TaskReport report, string folder, CancellationToken cancellation) =>
        WriteAsync(ReportDocument.Of(report), folder, cancellation);

    /// <inheritdoc/>
    public Task WriteAsync(ExperimentReport report, string folder, CancellationToken cancellation) =>
        WriteAsync(ExperimentDocument.Of(report), folder, cancellation);

    private static Task WriteAsync<T>(T document, string folder, CancellationToken cancellation) =>
        File.WriteAllTextAsync(Path.Combine(folder, FileName), JsonSerializer.Serialize(document, Format) + "\n", cancellation);
}
