using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json;

/// <summary>Writes <c>report.json</c>.</summary>
internal sealed class JsonReportWriter : IReportWriter
{
    /// <summary>The file's name.</summary>
    public const string FileName = "report.json";

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new FiniteNumberConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <inheritdoc/>
    public async Task WriteAsync(TaskReport report, string folder, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(ReportDocument.Of(report), Format) + "\n";
        await File.WriteAllTextAsync(Path.Combine(folder, FileName), json, cancellation).ConfigureAwait(false);
    }
}
