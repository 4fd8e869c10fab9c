using System.Reflection;
using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Searching.Reporting;

/// <summary>What the daemon runs on.</summary>
internal static class MachineFacts
{
    private const string ModelName = "model name";

    public static MachineReport Gather(int workers, EngineInfo? engine) => new(
        typeof(MachineFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription,
        Processor(),
        workers,
        engine);

    private static string Processor()
    {
        const string File = "/proc/cpuinfo";
        var line = System.IO.File.Exists(File)
            ? System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith(ModelName, StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
