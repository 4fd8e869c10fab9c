using System.Globalization;
using System.Text.Json;

namespace NasDaemon.Commands.Submitting;

/// <summary>The outcome of a task in short, from its <c>report.json</c>.</summary>
/// <param name="TestAccuracy">The best network's accuracy on the test set; 0 to 1.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record ReportSummary(double TestAccuracy, long Parameters)
{
    /// <summary>Reads it.</summary>
    /// <param name="folder">The task's folder in the outbox.</param>
    /// <returns>The summary, or null where there is no report or no network.</returns>
    public static ReportSummary? Read(string folder)
    {
        var path = Path.Combine(folder, "report.json");
        if (!File.Exists(path))
        {
            return null;
        }

        using var report = JsonDocument.Parse(File.ReadAllBytes(path));
        return report.RootElement.TryGetProperty("best", out var best) && best.ValueKind == JsonValueKind.Object
            ? new ReportSummary(best.GetProperty("test_accuracy").GetDouble(), best.GetProperty("parameters").GetInt64())
            : null;
    }

    /// <summary>The summary as a sentence.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Best network: {TestAccuracy:P2} on the test set, {Parameters:N0} parameters");
}
