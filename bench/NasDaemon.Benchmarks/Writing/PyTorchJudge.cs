using System.Diagnostics;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>Lets PyTorch itself run the networks that the tracer accepted.</summary>
internal static class PyTorchJudge
{
    /// <summary>Runs them.</summary>
    /// <param name="folder">Where their sources are.</param>
    /// <returns>How many run. What PyTorch says against the others is printed.</returns>
    public static int Count(string folder)
    {
        var sources = Directory.GetFiles(folder, "*.py").Where(path => !path.EndsWith("-fails.py", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Writing", "judge.py"), .. sources]) { RedirectStandardOutput = true };
        start.Environment["OMP_NUM_THREADS"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Python did not start.");
        var verdicts = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        foreach (var verdict in verdicts.Where(verdict => !verdict.EndsWith("\truns", StringComparison.Ordinal)))
        {
            Console.Error.WriteLine(verdict);
        }

        return verdicts.Count(verdict => verdict.EndsWith("\truns", StringComparison.Ordinal));
    }
}
