using System.Diagnostics;

namespace NasDaemon.Testing;

/// <summary>Debian's own PyTorch as the judge: runs a Python script with <c>/usr/bin/python3</c>.</summary>
public static class PythonTorch
{
    private const string Interpreter = "/usr/bin/python3";

    /// <summary>
    /// Variables that make glibc keep memory for the next tensor. Without them each large one is mapped anew and its pages are cleared by the
    /// kernel, which took half of the time of a process that judges many networks.
    /// </summary>
    public static IReadOnlyDictionary<string, string> ReusedMemory { get; } = new Dictionary<string, string>
    {
        ["MALLOC_MMAP_THRESHOLD_"] = "8000000000",
        ["MALLOC_TRIM_THRESHOLD_"] = "8000000000",
    };

    /// <summary>Runs a script and waits for it.</summary>
    /// <param name="script">The path of the script.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed on standard output.</returns>
    /// <exception cref="InvalidOperationException">The script failed; the message holds its standard error.</exception>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Interpreter, [script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        foreach (var (name, value) in ReusedMemory)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Interpreter} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{script} failed with {process.ExitCode}:\n{await error}");
    }
}
