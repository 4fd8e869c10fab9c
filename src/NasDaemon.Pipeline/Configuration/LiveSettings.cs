using System.Collections.Immutable;
using System.Net;

namespace NasDaemon.Pipeline.Configuration;

/// <summary>The live page: whether it is served, where, and to whom.</summary>
public sealed record LiveSettings
{
    /// <summary>The port where none is named: NASD on the keys of a telephone.</summary>
    public const int UsualPort = 6273;

    /// <summary>Whether the page is served.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The address that is listened on. Any but a loopback address lets other machines ask.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 takes any that is free.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>Names under which the page may be asked for, beside its address: requests that name any other host are refused.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(LiveSettings? other) => other is not null
        && (IsEnabled, Port) == (other.IsEnabled, other.Port)
        && Address.Equals(other.Address)
        && Hosts.SequenceEqual(other.Hosts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsEnabled, Address, Port, Hosts.Length);
}
