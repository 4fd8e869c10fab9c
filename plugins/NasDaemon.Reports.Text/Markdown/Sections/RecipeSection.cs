using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Settings;

namespace NasDaemon.Reports.Text.Markdown.Sections;

/// <summary>What was asked for, in the words of a task file, every default filled in.</summary>
internal static class RecipeSection
{
    // These stand at the top of the page.
    private static readonly string[] Elsewhere = ["name", "request"];

    public static void Write(TaskReport report, MarkdownPage page)
    {
        page.Heading(2, "The recipe");
        page.Table(
            ["Setting", "Value"],
            TaskSettings.Of(report.Task)
                .Where(setting => !Elsewhere.Contains(setting.Key) && setting.Value is not JsonObject { Count: 0 })
                .Select(setting => (string[])[setting.Key, setting.Value is JsonObject section ? Entries(section) : Value(setting.Value)]));
    }

    private static string Entries(JsonObject section) => section.Count == 1 && section["name"] is { } name
        ? Value(name)
        : string.Join(", ", section.Select(entry => $"{MarkdownText.Escape(entry.Key)} {Value(entry.Value)}"));

    private static string Value(JsonNode? value) => value switch
    {
        null => string.Empty,
        JsonObject { Count: 1 } section => Entries(section),
        JsonObject section => $"({Entries(section)})",
        JsonArray list => $"({string.Join(", ", list.Select(Value))})",
        _ => MarkdownText.Escape(value.ToString()),
    };
}
