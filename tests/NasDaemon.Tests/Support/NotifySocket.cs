using System.Net.Sockets;
using System.Text;

namespace NasDaemon.Tests.Support;

/// <summary>A service manager's socket, as systemd makes it: a bound Unix datagram socket.</summary>
internal sealed class NotifySocket : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    /// <param name="address">The value of <c>NOTIFY_SOCKET</c>; one that begins with @ names an abstract socket.</param>
    public NotifySocket(string address)
    {
        Address = address;
        _socket.Bind(new UnixDomainSocketEndPoint(address[0] == '@' ? '\0' + address[1..] : address));
    }

    public string Address { get; }

    public async Task<string> ReceiveAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        var buffer = new byte[4096];
        var length = await _socket.ReceiveAsync(buffer, SocketFlags.None, timeout.Token);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    /// <summary>Receives until a message comes; what came before it is dropped.</summary>
    public async Task WaitForAsync(string message, TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        while (await ReceiveAsync(limit) != message)
        {
            timeout.Token.ThrowIfCancellationRequested();
        }
    }

    public bool HasMessage => _socket.Available > 0;

    public void Dispose() => _socket.Dispose();
}
