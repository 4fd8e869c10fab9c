using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NasDaemon.Benchmarks.Tracing;

/// <summary>Debian's Python with PyTorch at the same sources: it parses them all, and it makes and runs the networks of some.</summary>
internal static class PythonSide
{
    /// <summary>Measures the sources.</summary>
    /// <param name="folder">Where the sources are.</param>
    /// <param name="step">Of how many sources one is made and run.</param>
    /// <returns>The times in milliseconds, in order; no time to run for those left out, and where Python does not get that far.</returns>
    public static List<(double Parse, double? Run)> Measure(string folder, int step)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Tracing", "python_side.py");
        var start = new ProcessStartInfo("/usr/bin/python3") { ArgumentList = { script, step.ToString(CultureInfo.InvariantCulture) }, RedirectStandardOutput = true };
        foreach (var file in Sample.Files)
        {
            start.ArgumentList.Add(Path.Combine(folder, file));
        }

        start.Environment["OMP_NUM_THREADS"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start.");
        var times = new List<(double Parse, double? Run)>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var run = document.RootElement.GetProperty("run");
            times.Add((document.RootElement.GetProperty("parse").GetDouble(), run.ValueKind == JsonValueKind.Null ? null : run.GetDouble()));
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? times : throw new InvalidOperationException("Python's side has failed; see its message above.");
    }
}
