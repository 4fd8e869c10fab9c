using System.Text.Json;

namespace NasDaemon.Live.Tests.Serving;

/// <summary>Reads server-sent events as a browser does.</summary>
internal sealed class EventReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private EventReader(HttpResponseMessage response, StreamReader reader) => (_response, _reader) = (response, reader);

    /// <summary>The id of the last event that had one.</summary>
    public string? LastId { get; private set; }

    public static async Task<EventReader> OpenAsync(HttpClient client, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/events");
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.ToString());
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The data of the next event, other than of signs.</summary>
    public async Task<(string Name, JsonElement Data, int Length)> NextAsync()
    {
        while (true)
        {
            var (name, id, data) = await ReadAsync();
            LastId = id ?? LastId;
            if (name is "world" or "change")
            {
                return (name, JsonDocument.Parse(data).RootElement, data.Length);
            }
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }

    private async Task<(string Name, string? Id, string Data)> ReadAsync()
    {
        var (name, id, data) = (string.Empty, (string?)null, string.Empty);
        while (await _reader.ReadLineAsync() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var value = line[(colon + 2)..];
            (name, id, data) = line[..colon] switch
            {
                "event" => (value, id, data),
                "id" => (name, value, data),
                "data" => (name, id, data + value),
                _ => (name, id, data),
            };
        }

        return (name, id, data);
    }
}
