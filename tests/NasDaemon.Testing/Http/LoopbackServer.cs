using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NasDaemon.Testing.Http;

/// <summary>
/// An HTTP server of a test's own on a free port of this machine. It speaks over plain sockets, so that a test can also let it break
/// off, send half a character, or be wrong in any other way.
/// </summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<LoopbackRequest, LoopbackResponse, Task> _handle;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<LoopbackRequest> _requests = new();
    private readonly ConcurrentDictionary<Task, byte> _connections = new();
    private readonly Task _accepting;

    /// <summary>Starts to listen.</summary>
    /// <param name="handle">Answers a request.</param>
    public LoopbackServer(Func<LoopbackRequest, LoopbackResponse, Task> handle)
    {
        _handle = handle;
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>What has been asked so far.</summary>
    public IReadOnlyList<LoopbackRequest> Requests => [.. _requests];

    /// <summary>The address of a port where nobody listens.</summary>
    /// <returns>The address.</returns>
    public static string Deserted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections.Keys);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_end.Token);
                var connection = ServeAsync(socket);
                _connections[connection] = 0;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using var stream = new NetworkStream(socket);
                if (await ReadAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    await _handle(request, new LoopbackResponse(socket, stream, _end.Token));
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The caller went away, or the test is over.
            }
        }
    }

    private async Task<LoopbackRequest?> ReadAsync(NetworkStream stream)
    {
        var received = new List<byte>();
        var buffer = new byte[8_192];
        int head;
        while ((head = HeadLength(received)) < 0)
        {
            var count = await stream.ReadAsync(buffer, _end.Token);
            if (count == 0)
            {
                return null;
            }

            received.AddRange(buffer.AsSpan(0, count));
            if (!char.IsAsciiLetter((char)received[0]))
            {
                await stream.WriteAsync("HTTP/1.1 400 x\r\n\r\n"u8.ToArray(), _end.Token);
                return null;
            }
        }

        var lines = Encoding.ASCII.GetString([.. received[..head]]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var length = headers.TryGetValue("Content-Length", out var text) ? int.Parse(text, null) : 0;
        while (received.Count < head + length)
        {
            var count = await stream.ReadAsync(buffer, _end.Token);
            received.AddRange(buffer.AsSpan(0, count));
        }

        var start = lines[0].Split(' ');
        return new LoopbackRequest(start[0], start[1], headers, Encoding.UTF8.GetString([.. received[head..]]));
    }

    private static int HeadLength(List<byte> received)
    {
        for (var index = 3; index < received.Count; index++)
        {
            if (received[index] == '\n' && received[index - 1] == '\r' && received[index - 2] == '\n')
            {
                return index + 1;
            }
        }

        return -1;
    }
}
