using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json;

/// <summary>What the task ran on.</summary>
/// <param name="OperatingSystem">The operating system.</param>
/// <param name="Processor">The processor.</param>
/// <param name="Workers">How many trials ran at once.</param>
/// <param name="Device">What trained, such as cpu; null where nothing was trained.</param>
/// <param name="Precision">How the engine carries out precisions on that device.</param>
internal sealed record MachineDocument(string OperatingSystem, string Processor, int Workers, string? Device, string? Precision)
{
    public static MachineDocument Of(MachineReport machine) =>
        new(machine.OperatingSystem, machine.Processor, machine.Workers, machine.Engine?.Device, machine.Engine?.Precision);
}

/// <summary>The versions of what took part, and of this format.</summary>
/// <param name="Report">Of this format; grows when a field goes away or changes its meaning.</param>
/// <param name="Daemon">Of the daemon.</param>
/// <param name="Runtime">Of .NET.</param>
/// <param name="Engine">The engine that trained; null where nothing was trained.</param>
/// <param name="EngineVersion">Of that engine.</param>
internal sealed record VersionsDocument(int Report, string Daemon, string Runtime, string? Engine, string? EngineVersion)
{
    // Grows when a field goes away or changes its meaning; new fields do not change it.
    private const int Format = 1;

    public static VersionsDocument Of(MachineReport machine) =>
        new(Format, machine.Daemon, machine.Runtime, machine.Engine?.Name, machine.Engine?.Version);
}
