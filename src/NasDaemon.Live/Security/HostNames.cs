using System.Net;
using NasDaemon.Pipeline.Configuration;

namespace NasDaemon.Live.Security;

/// <summary>
/// Knows the names by which the page may be asked for. A name of somebody else that was made to lead here (DNS rebinding) would let a
/// strange site read the page as its own; ports are left out, since tunnels change them.
/// </summary>
/// <param name="settings">Where the page is served.</param>
internal sealed class HostNames(LiveSettings settings)
{
    private const string LocalHost = "localhost";

    /// <summary>Whether only this machine can ask.</summary>
    public bool IsLoopbackOnly => IPAddress.IsLoopback(settings.Address);

    /// <summary>Whether a host that a request names is ours.</summary>
    /// <param name="host">The host, without port.</param>
    /// <param name="local">The address of ours that the request came to.</param>
    public bool IsOurs(string host, IPAddress? local) =>
        IsLoopback(host)
        || settings.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || (Parse(host) is { } address && local is not null && address.Equals(Plain(local)));

    /// <summary>Whether a host is this machine as it calls itself.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals(LocalHost, StringComparison.OrdinalIgnoreCase) || (Parse(host) is { } address && IPAddress.IsLoopback(address));

    private static IPAddress? Parse(string host) => IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address) ? Plain(address) : null;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
