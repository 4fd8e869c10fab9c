using System.Reflection;
using System.Runtime.InteropServices;
using NasDaemon.Commands.Tasks;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Commands.Doctor.Checks;

/// <summary>The program, the machine, and whether the workers fit its memory.</summary>
internal sealed class SystemCheck : IHealthCheck
{
    private const string Area = "system";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CommandContext context, CancellationToken cancellation)
    {
        var version = typeof(SystemCheck).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            new Finding(Area, FindingState.Good, $"nasdaemon {version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}"),
            new Finding(Area, FindingState.Good, $"{Environment.ProcessorCount} processor cores, {ByteSize.Write(memory)} memory"),
            Workers(context, memory),
            DaemonPresence.Find(context.Folders.State) is { } process
                ? new Finding(Area, FindingState.Good, $"The daemon runs (process {process}).")
                : new Finding(Area, FindingState.Missing, "No daemon runs in this state folder.", "nasdaemon run, or systemctl start nasdaemon"),
        ]);
    }

    private static Finding Workers(CommandContext context, long memory)
    {
        var workers = context.Settings.Workers;
        var needed = workers.Slots * workers.MemoryLimitBytes;
        var text = $"Trainings at once: {workers.Slots}, each in at most {ByteSize.Write(workers.MemoryLimitBytes)} of memory.";
        return needed <= memory
            ? new Finding(Area, FindingState.Good, text)
            : new Finding(Area, FindingState.Missing, $"{text} That is more than the machine has.", "Networks that are large may run out of memory; lower workers.count or workers.memory in the settings.");
    }
}
