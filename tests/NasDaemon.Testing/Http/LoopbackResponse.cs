using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace NasDaemon.Testing.Http;

/// <summary>How a <see cref="LoopbackServer"/> answers. Each connection serves one request.</summary>
/// <param name="socket">The connection.</param>
/// <param name="stream">The connection as a stream.</param>
/// <param name="end">Ends when the server does.</param>
public sealed class LoopbackResponse(Socket socket, NetworkStream stream, CancellationToken end)
{
    private bool _isChunked;

    /// <summary>Ends when the server does.</summary>
    public CancellationToken End => end;

    /// <summary>Sends a whole answer.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="type">The type of its body.</param>
    /// <param name="body">Its body.</param>
    /// <param name="headers">More headers, each as <c>Name: value</c>.</param>
    /// <returns>When it is sent.</returns>
    public async Task SendAsync(int status, string type, string body, params string[] headers)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        await BeginAsync(status, type, bytes.Length, headers);
        await WriteAsync(bytes);
    }

    /// <summary>Sends JSON with status 200.</summary>
    /// <param name="body">The JSON.</param>
    /// <returns>When it is sent.</returns>
    public Task SendJsonAsync(string body) => SendAsync(200, "application/json", body);

    /// <summary>Sends what comes before a body.</summary>
    /// <param name="status">The status.</param>
    /// <param name="type">The type of the body.</param>
    /// <param name="length">Its length in bytes; null where it is sent in chunks.</param>
    /// <param name="headers">More headers, each as <c>Name: value</c>.</param>
    /// <returns>When it is sent.</returns>
    public async Task BeginAsync(int status, string type, long? length, params string[] headers)
    {
        _isChunked = length is null;
        var framing = length is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes}") : "Transfer-Encoding: chunked";
        var head = string.Join("\r\n", [$"HTTP/1.1 {status} x", $"Content-Type: {type}", framing, "Connection: close", .. headers]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + "\r\n\r\n"), end);
    }

    /// <summary>Sends a piece of a body.</summary>
    /// <param name="text">The piece.</param>
    /// <returns>When it is sent.</returns>
    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends a piece of a body.</summary>
    /// <param name="bytes">The piece.</param>
    /// <returns>When it is sent.</returns>
    public async Task WriteAsync(byte[] bytes)
    {
        if (_isChunked)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), end);
        }

        await stream.WriteAsync(bytes, end);
        if (_isChunked)
        {
            await stream.WriteAsync("\r\n"u8.ToArray(), end);
        }
    }

    /// <summary>Ends a body that is sent in chunks.</summary>
    /// <returns>When it has ended.</returns>
    public async Task FinishAsync() => await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), end);

    /// <summary>Closes the connection behind what was sent.</summary>
    public void Close() => socket.Shutdown(SocketShutdown.Both);

    /// <summary>Breaks the connection off, which may take what was sent with it.</summary>
    public void Break()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }
}
