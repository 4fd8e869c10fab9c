using System.Diagnostics;
using System.Text.Json;

namespace NasDaemon.Benchmarks.Tracing;

/// <summary>Debian's Python with PyTorch at the same sources: it parses them, and it makes and runs their networks.</summary>
internal static class PythonSide
{
    /// <summary>Measures every source.</summary>
    /// <param name="folder">Where the sources are.</param>
    /// <returns>The times in milliseconds, in order; no time to run where Python does not get that far.</returns>
    public static List<(double Parse, double? Run)> Measure(string folder)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Tracing", "python_side.py");
        var start = new ProcessStartInfo("/usr/bin/python3") { ArgumentList = { script }, RedirectStandardOutput = true };
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
