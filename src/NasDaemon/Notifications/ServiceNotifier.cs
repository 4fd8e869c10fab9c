using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace NasDaemon.Notifications;

/// <summary>
/// Tells the service manager how the daemon is, by the protocol of <c>sd_notify(3)</c>: datagrams of <c>KEY=value</c> lines to the
/// socket that <c>NOTIFY_SOCKET</c> names. Without that variable it does nothing.
/// </summary>
internal sealed class ServiceNotifier : IDisposable
{
    private readonly Socket? _socket;
    private readonly UnixDomainSocketEndPoint? _manager;

    private ServiceNotifier(UnixDomainSocketEndPoint? manager, TimeSpan? watchdog)
    {
        _manager = manager;

        // A manager that is slow to read must not hold the daemon up: what does not fit into its queue is dropped.
        _socket = manager is null ? null : new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { Blocking = false };
        Watchdog = watchdog;
    }

    /// <summary>How long the manager waits for a sign of life before it restarts the daemon; null where it does not watch.</summary>
    public TimeSpan? Watchdog { get; }

    /// <summary>Reads the manager's socket and watchdog from the environment.</summary>
    /// <param name="variable">Gives a variable's value by its name.</param>
    /// <param name="processId">The id of this process: a watchdog meant for another process is not ours.</param>
    /// <returns>The notifier.</returns>
    public static ServiceNotifier FromEnvironment(Func<string, string?> variable, int processId)
    {
        var path = variable("NOTIFY_SOCKET");
        if (string.IsNullOrEmpty(path) || (path[0] != '/' && path[0] != '@'))
        {
            return new ServiceNotifier(null, null);
        }

        // An abstract socket is written with @ in the variable and begins with a zero byte in the address.
        var address = path[0] == '@' ? '\0' + path[1..] : path;
        return new ServiceNotifier(new UnixDomainSocketEndPoint(address), ReadWatchdog(variable, processId));
    }

    /// <summary>The daemon has started.</summary>
    public void Ready() => Send("READY=1");

    /// <summary>The daemon is alive.</summary>
    public void Alive() => Send("WATCHDOG=1");

    /// <summary>The daemon is on its way down.</summary>
    public void Stopping() => Send("STOPPING=1");

    /// <summary>What the daemon is doing, for <c>systemctl status</c>.</summary>
    /// <param name="status">One line.</param>
    public void Status(string status) => Send("STATUS=" + status.ReplaceLineEndings(" "));

    /// <inheritdoc/>
    public void Dispose() => _socket?.Dispose();

    private static TimeSpan? ReadWatchdog(Func<string, string?> variable, int processId)
    {
        var process = variable("WATCHDOG_PID");
        var isOurs = string.IsNullOrEmpty(process) || process == processId.ToString(CultureInfo.InvariantCulture);
        return isOurs
            && long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            && microseconds > 0
            ? TimeSpan.FromMicroseconds(microseconds)
            : null;
    }

    private void Send(string message)
    {
        if (_socket is null || _manager is null)
        {
            return;
        }

        try
        {
            _socket.SendTo(Encoding.UTF8.GetBytes(message), _manager);
        }
        catch (SocketException)
        {
            // The manager may be busy or gone; sd_notify(3) asks that this never harms the service.
        }
    }
}
