using System.Globalization;
using System.Text.Json;

namespace NasDaemon.Commands.Following;

/// <summary>The outcome of a task in one line, from its <c>report.json</c>.</summary>
internal static class ReportSummary
{
    /// <summary>Reads it.</summary>
    /// <param name="folder">The task's folder in the outbox.</param>
    /// <returns>The line, or null where there is no report or no network.</returns>
    public static string? Read(string folder)
    {
        var path = Path.Combine(folder, "report.json");
        if (!File.Exists(path))
        {
            return null;
        }

        using var report = JsonDocument.Parse(File.ReadAllBytes(path));
        return report.RootElement.TryGetProperty("best", out var best) && best.ValueKind == JsonValueKind.Object
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Best network: {best.GetProperty("test_accuracy").GetDouble():P2} on the test set, {best.GetProperty("parameters").GetInt64():N0} parameters")
            : null;
    }
}
