using System.Globalization;
using NasDaemon.Testing.Http;

namespace NasDaemon.Pipeline.Tests.LanguageModels.Fetching;

/// <summary>A server of one file below every path that ends in <c>.gguf</c>.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    public FileServer() => _server = new LoopbackServer(HandleAsync);

    public string Address => _server.Address;

    /// <summary>The file's content.</summary>
    public byte[] Content { get; set; } = [.. "GGUF"u8, .. Enumerable.Range(0, 300_000).Select(index => (byte)(index * 7))];

    /// <summary>What tells one version of the file from another.</summary>
    public string Tag { get; set; } = "\"one\"";

    /// <summary>Whether a caller may begin in the middle.</summary>
    public bool KnowsRanges { get; set; } = true;

    /// <summary>How many bytes each of the next answers gives before it breaks off.</summary>
    public Queue<int> Breaks { get; } = [];

    /// <summary>What is answered in place of the file, by path.</summary>
    public Dictionary<string, (int Status, string[] Headers, string Body)> Pages { get; } = [];

    /// <summary>From which byte on each request wanted the file; null where it wanted the whole.</summary>
    public IEnumerable<string?> Ranges => _server.Requests.Select(request => request.Headers.GetValueOrDefault("Range"));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(LoopbackRequest request, LoopbackResponse response)
    {
        if (Pages.TryGetValue(request.Path, out var page))
        {
            await response.SendAsync(page.Status, "text/plain", page.Body, page.Headers);
            return;
        }

        var from = KnowsRanges && request.Headers.TryGetValue("Range", out var range)
            ? int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture)
            : 0;
        if (from > 0 && from >= Content.Length)
        {
            await response.SendAsync(416, "text/plain", "");
            return;
        }

        string[] headers = from > 0 ? [$"ETag: {Tag}", $"Content-Range: bytes {from}-{Content.Length - 1}/{Content.Length}"] : [$"ETag: {Tag}"];
        await response.BeginAsync(from > 0 ? 206 : 200, "application/octet-stream", Content.Length - from, headers);
        var until = Breaks.TryDequeue(out var count) ? Math.Min(Content.Length, from + count) : Content.Length;
        await response.WriteAsync(Content[from..until]);
        response.Close();
    }
}
