using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Text.Json;
using NasDaemon.Testing;
using NasDaemon.Testing.Generated;
using NasDaemon.Testing.Reports;

namespace NasDaemon.Reports.Text.Tests.Json;

/// <summary>The published schema is what reports are written by, in the judgement of Debian's python3-jsonschema.</summary>
public sealed class ReportSchemaTests
{
    private static readonly string Schema = Repository.Combine("config", "report.schema.json");

    [Fact]
    public void Schema_Documents_IsUpToDate() => GeneratedFile.Check(Schema, ReportSchema.Write());

    [Fact]
    public void Schema_EveryField_IsDescribed()
    {
        var nameless = Fields(JsonNode.Parse(ReportSchema.Write())!).Where(field => field.Value is not JsonObject schema || schema["description"] is null);

        Assert.Empty(nameless.Select(field => field.Key));
    }

    [Fact]
    public async Task Schema_ReportsOfEveryKind_AreValidAndSpoiltOnesAreNot()
    {
        using var folder = new TemporaryFolder();
        var files = new List<string>();
        foreach (var report in (TaskReport[])[SampleReport.Create(), SampleReport.Nothing(), SampleReport.With("<\"\n"), WrittenReport.Create()])
        {
            await new JsonReportWriter().WriteAsync(report, Folder(), CancellationToken.None);
        }

        await new JsonReportWriter().WriteAsync(SampleExperiment.Create(), Folder(), CancellationToken.None);

        var printed = await PythonTorch.RunAsync(
            Path.Combine(AppContext.BaseDirectory, "Json", "validate_report.py"), [Schema, .. files.Select(file => Path.Combine(file, JsonReportWriter.FileName))]);

        Assert.Equal(string.Concat(Enumerable.Repeat("2 faults in the spoilt copy\n", 5)), printed);

        string Folder()
        {
            files.Add(folder.Combine($"report-{files.Count}"));
            return Directory.CreateDirectory(files[^1]).FullName;
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Fields(JsonNode node) => node switch
    {
        JsonObject entries => (entries["properties"] as JsonObject ?? []).Concat(entries.Select(entry => entry.Value).OfType<JsonNode>().SelectMany(Fields)),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Fields),
        _ => [],
    };
}
