using System.Diagnostics.CodeAnalysis;
using System.Net;
using NasDaemon.Pipeline.Fields;

namespace NasDaemon.Pipeline.Configuration;

/// <summary>Reads the section <c>live</c> of <c>nasdaemon.yaml</c>.</summary>
internal static class LiveSettingsReader
{
    private const string LocalHost = "localhost";

    /// <summary>Reports an address or a name that cannot be one.</summary>
    /// <param name="reading">What was read.</param>
    public static void Check(FieldReading reading)
    {
        var address = reading.Get(SettingsFields.LiveAddress);
        if (!TryRead(address, out _))
        {
            reading.Report(
                reading.Position(SettingsFields.LiveAddress),
                $"'{address}' is not an address to listen on.",
                "Write an address of this machine, as 127.0.0.1 (this machine only), ::1, 192.168.1.5, or 0.0.0.0 for all of them.");
        }

        foreach (var host in reading.Get(SettingsFields.LiveHosts).Where(host => Uri.CheckHostName(host.Value) == UriHostNameType.Unknown))
        {
            reading.Report(host.Position, $"'{host.Value}' is not the name of a host.", "Write a name without scheme, port and path, as nas.example.org.");
        }
    }

    /// <summary>Takes what was read and is right.</summary>
    /// <param name="reading">What was read.</param>
    /// <returns>The settings.</returns>
    public static LiveSettings Read(FieldReading reading) => new()
    {
        IsEnabled = reading.Get(SettingsFields.LiveEnabled),
        Address = TryRead(reading.Get(SettingsFields.LiveAddress), out var address) ? address : IPAddress.Loopback,
        Port = (int)reading.Get(SettingsFields.LivePort),
        Hosts = [.. reading.Get(SettingsFields.LiveHosts).Select(host => host.Value)],
    };

    // The class takes "1" and "0x7f.1" for addresses too; whoever writes that did not mean it.
    private static bool TryRead(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = text == LocalHost ? IPAddress.Loopback : null;
        return address is not null || (text.AsSpan().IndexOfAny('.', ':') >= 0 && IPAddress.TryParse(text, out address) && IsPlain(text, address));
    }

    private static bool IsPlain(string text, IPAddress address) =>
        text.Contains(':', StringComparison.Ordinal) || address.ToString() == text;
}
