using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NasDaemon.Live.Security;
using NasDaemon.Live.Serving;
using NasDaemon.Pipeline.Configuration;

namespace NasDaemon.Live;

/// <summary>The page on which the daemon can be watched, with <c>/health</c> and <c>/metrics</c>.</summary>
public sealed class LivePage : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LivePage(WebApplication application, Uri address) => (_application, Address) = (application, address);

    /// <summary>Where it is served.</summary>
    public Uri Address { get; }

    /// <summary>Begins to serve the page.</summary>
    /// <param name="parts">What it shows.</param>
    /// <param name="settings">Where it is served.</param>
    /// <param name="token">What lets a page change things.</param>
    /// <param name="logger">Told of requests that failed.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The page, or why it is not served.</returns>
    public static async Task<LivePageStart> StartAsync(
        LiveParts parts, LiveSettings settings, AccessToken token, ILogger<LivePage> logger, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(token);
        var application = WebServer.Build(parts, settings, token, logger);
        try
        {
            await application.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            return new LivePageStart(null, Problem(settings, exception));
        }

        var bound = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new LivePageStart(new LivePage(application, Shown(settings, new Uri(bound).Port)), null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    // What listens everywhere is reached from here as this machine.
    private static Uri Shown(LiveSettings settings, int port)
    {
        var address = settings.Address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : settings.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : settings.Address;
        return new UriBuilder(Uri.UriSchemeHttp, address.ToString(), port).Uri;
    }

    private static string Problem(LiveSettings settings, Exception exception)
    {
        var place = new IPEndPoint(settings.Address, settings.Port);
        var reason = (exception as SocketException ?? exception.InnerException as SocketException ?? exception.InnerException?.InnerException as SocketException)?.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => "another program listens there",
            SocketError.AddressNotAvailable => "this machine does not have that address",
            SocketError.AccessDenied => "ports below 1,024 are for root",
            _ => exception.Message.TrimEnd('.'),
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The live page is not served at {place}: {reason}. Everything else works. Set another 'live: port' or 'address' in nasdaemon.yaml, or 'enabled: false', and start the daemon again.");
    }
}
