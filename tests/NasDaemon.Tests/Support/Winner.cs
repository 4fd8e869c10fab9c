using System.Globalization;
using System.Text.Json;
using NasDaemon.Testing;

namespace NasDaemon.Tests.Support;

/// <summary>Has Debian's PyTorch judge the winner of a task.</summary>
internal static class Winner
{
    private const double Tolerance = 0.001;

    /// <summary>All three forms load, and each has the reported test accuracy.</summary>
    public static async Task AssertPyTorchAgreesAsync(string results, string data)
    {
        var report = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(results, "report.json"))).RootElement;
        var reported = report.GetProperty("best").GetProperty("test_accuracy").GetDouble();
        var script = Path.Combine(AppContext.BaseDirectory, "Support", "judge_winner.py");

        var lines = (await PythonTorch.RunAsync(script, Path.Combine(results, "best"), data)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Equal(reported, double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture), Tolerance));
    }
}
