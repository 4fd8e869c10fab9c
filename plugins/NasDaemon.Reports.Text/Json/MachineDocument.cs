using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Text.Json;

/// <summary>What the task ran on.</summary>
internal sealed record MachineDocument(string OperatingSystem, string Processor, int Workers, string? Device, string? Precision)
{
    public static MachineDocument Of(MachineReport machine) =>
        new(machine.OperatingSystem, machine.Processor, machine.Workers, machine.Engine?.Device, machine.Engine?.Precision);
}

/// <summary>The versions of what took part, and of this format.</summary>
internal sealed record VersionsDocument(int Report, string Daemon, string Runtime, string? Engine, string? EngineVersion)
{
    // Grows when a field goes away or changes its meaning; new fields do not change it.
    private const int Format = 1;

    public static VersionsDocument Of(MachineReport machine) =>
        new(Format, machine.Daemon, machine.Runtime, machine.Engine?.Name, machine.Engine?.Version);
}
