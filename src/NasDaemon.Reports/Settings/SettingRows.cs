using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Reports.Settings;

/// <summary>A task's settings as rows of a table: in the words of a task file, every default filled in.</summary>
public static class SettingRows
{
    // These stand at the top of every report.
    private static readonly string[] Elsewhere = ["name", "request"];

    /// <summary>The rows.</summary>
    /// <param name="task">The task.</param>
    /// <returns>Each setting's key and its value as plain text.</returns>
    public static IEnumerable<(string Key, string Text)> Of(SearchTask task) => TaskSettings.Of(task)
        .Where(setting => !Elsewhere.Contains(setting.Key) && setting.Value is not JsonObject { Count: 0 })
        .Select(setting => (setting.Key, setting.Value is JsonObject section ? Entries(section) : Value(setting.Value)));

    private static string Entries(JsonObject section) => section.Count == 1 && section["name"] is { } name
        ? Value(name)
        : string.Join(", ", section.Select(entry => $"{entry.Key} {Value(entry.Value)}"));

    private static string Value(JsonNode? value) => value switch
    {
        null => string.Empty,
        JsonObject { Count: 1 } section => Entries(section),
        JsonObject section => $"({Entries(section)})",
        JsonArray list => $"({string.Join(", ", list.Select(Value))})",
        _ => value.ToString(),
    };
}
