using System.Text.Json.Nodes;
using NasDaemon.LanguageModels.OpenAI.Connection;

namespace NasDaemon.LanguageModels.OpenAI.Answers;

/// <summary>The pieces of one answer of a server, whether it streams them or gives the whole at once.</summary>
internal sealed class AnswerSource : IDisposable
{
    private const string EndMark = "[DONE]";

    private readonly ServerClient _client;
    private readonly HttpResponseMessage _response;
    private readonly Deadline _deadline;
    private readonly SseReader? _events;
    private bool _isAtEnd;

    private AnswerSource(ServerClient client, HttpResponseMessage response, Deadline deadline, SseReader? events) =>
        (_client, _response, _deadline, _events) = (client, response, deadline, events);

    /// <summary>Sends a request and waits until the answer begins.</summary>
    /// <param name="client">Speaks to the server.</param>
    /// <param name="path">Where to.</param>
    /// <param name="body">What is asked.</param>
    /// <param name="deadline">The time limit; it is disposed of with this.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>Its pieces.</returns>
    /// <exception cref="ServerException">There is no answer.</exception>
    public static async Task<AnswerSource> OpenAsync(ServerClient client, string path, JsonObject body, Deadline deadline, CancellationToken cancellation)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await client.OpenAsync(path, body, deadline, cancellation).ConfigureAwait(false);
            var isWhole = response.Content.Headers.ContentType?.MediaType == "application/json";
            var events = isWhole ? null : new SseReader(await client.GuardAsync(
                () => response.Content.ReadAsStreamAsync(deadline.Token), deadline, cancellation).ConfigureAwait(false));
            return new AnswerSource(client, response, deadline, events);
        }
        catch
        {
            response?.Dispose();
            deadline.Dispose();
            throw;
        }
    }

    /// <summary>Whether the answer comes in pieces.</summary>
    public bool IsStreamed => _events is not null;

    /// <summary>Whether the server has said that there is nothing more.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Reads the next piece.</summary>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The piece; null at the end.</returns>
    /// <exception cref="ServerException">The server broke off, or wrote something else.</exception>
    public async Task<AnswerChunk?> ReadAsync(CancellationToken cancellation)
    {
        if (_isAtEnd)
        {
            return null;
        }

        if (_events is null)
        {
            (_isAtEnd, IsFinished) = (true, true);
            return await _client.ReadJsonAsync(_response, AnswerChunk.Read, _deadline, cancellation).ConfigureAwait(false);
        }

        var data = await ReadEventAsync(_events, cancellation).ConfigureAwait(false);
        _isAtEnd = data is null or EndMark;
        IsFinished = data == EndMark;
        _deadline.Reset(_client.Timeouts.Idle);
        return _isAtEnd ? null : _client.Read(data!, AnswerChunk.Read);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _response.Dispose();
        _deadline.Dispose();
    }

    private Task<string?> ReadEventAsync(SseReader events, CancellationToken cancellation) => _client.GuardAsync(
        async () =>
        {
            // Most servers write one line of JSON an event; one that spreads it over several ends it by an empty line.
            var data = string.Empty;
            while (await events.ReadAsync(_deadline.Token).ConfigureAwait(false) is { } line)
            {
                data = data.Length == 0 ? line : line.Length == 0 ? data : $"{data}\n{line}";
                if (data.Length > SseReader.LongestLine)
                {
                    throw new InvalidDataException("An event is too long.");
                }

                if (data == EndMark || (data.Length > 0 && (line.Length == 0 || IsWhole(data))))
                {
                    return data;
                }
            }

            return data.Length == 0 ? null : data;
        },
        _deadline,
        cancellation);

    private static bool IsWhole(string data) => data[^1] == '}' && Json.IsValid(data);
}
