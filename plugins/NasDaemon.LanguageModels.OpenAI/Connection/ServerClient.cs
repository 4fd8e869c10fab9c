using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NasDaemon.LanguageModels.OpenAI.Connection;

/// <summary>
/// Speaks HTTP to one server. Redirects are not followed and proxies of the environment are not asked: prompt and key go to the
/// host that the settings name and to no other.
/// </summary>
internal sealed class ServerClient : IDisposable
{
    private const int LongestError = 65_536;
    private const int LongestAnswer = 16 << 20;
    private const string JsonType = "application/json";

    private readonly ServerAddress _address;
    private readonly ApiKey? _key;
    private readonly ServerTimeouts _timeouts;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <summary>Prepares to speak.</summary>
    /// <param name="address">The server's address.</param>
    /// <param name="key">The key that it asks for, or null.</param>
    /// <param name="timeouts">How long is waited for what.</param>
    /// <param name="time">The clock.</param>
    public ServerClient(ServerAddress address, ApiKey? key, ServerTimeouts timeouts, TimeProvider time)
    {
        (_address, _key, _timeouts, _time) = (address, key, timeouts, time);
        Failures = new ServerFailures(address);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = timeouts.Connect,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Puts failures into words.</summary>
    public ServerFailures Failures { get; }

    /// <summary>How long is waited for what.</summary>
    public ServerTimeouts Timeouts => _timeouts;

    /// <summary>Takes the key out of a text that the server wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text without it.</returns>
    public string Hide(string text) => _key?.Hide(text) ?? text;

    /// <summary>Asks for something and waits for the whole answer.</summary>
    /// <typeparam name="T">What is taken from the answer.</typeparam>
    /// <param name="path">What is asked for.</param>
    /// <param name="body">What is sent with it; null for nothing.</param>
    /// <param name="read">Takes from the answer what is wanted.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>What was taken.</returns>
    /// <exception cref="ServerException">There is no answer, or it is something else.</exception>
    public async Task<T> AskAsync<T>(string path, JsonObject? body, Func<JsonNode, T> read, CancellationToken cancellation)
    {
        using var deadline = new Deadline(_timeouts.FirstToken, _time, cancellation);
        using var answer = await OpenAsync(path, body, deadline, cancellation).ConfigureAwait(false);
        return await ReadJsonAsync(answer, read, deadline, cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks for something and waits until the answer begins.</summary>
    /// <param name="path">What is asked for.</param>
    /// <param name="body">What is sent with it; null for nothing.</param>
    /// <param name="deadline">Ends the call early.</param>
    /// <param name="cancellation">The caller's wish to end, which <paramref name="deadline"/> holds too.</param>
    /// <returns>The answer, whose body is not read yet.</returns>
    /// <exception cref="ServerException">There is none.</exception>
    public async Task<HttpResponseMessage> OpenAsync(string path, JsonObject? body, Deadline deadline, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, _address.At(path));
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, JsonType);
        }

        if (_key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", _key.Authorization());
        }

        return await GuardAsync(
            async () =>
            {
                var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                {
                    return response;
                }

                using (response)
                {
                    var text = await ReadTextAsync(response, LongestError, deadline.Token).ConfigureAwait(false);
                    throw Failures.FromStatus(response.StatusCode, ServerError.Parse(Hide(text)), Wish(response.Headers.RetryAfter));
                }
            },
            deadline,
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads a whole body as JSON.</summary>
    /// <typeparam name="T">What is taken from it.</typeparam>
    /// <param name="answer">The answer.</param>
    /// <param name="read">Takes from it what is wanted.</param>
    /// <param name="deadline">Ends the call early.</param>
    /// <param name="cancellation">The caller's wish to end, which <paramref name="deadline"/> holds too.</param>
    /// <returns>What was taken.</returns>
    /// <exception cref="ServerException">It is something else.</exception>
    public async Task<T> ReadJsonAsync<T>(HttpResponseMessage answer, Func<JsonNode, T> read, Deadline deadline, CancellationToken cancellation) =>
        Read(await GuardAsync(() => ReadTextAsync(answer, LongestAnswer, deadline.Token), deadline, cancellation).ConfigureAwait(false), read);

    /// <summary>Takes something from JSON that the server wrote.</summary>
    /// <typeparam name="T">What is taken.</typeparam>
    /// <param name="text">The JSON.</param>
    /// <param name="read">Takes it.</param>
    /// <returns>What was taken.</returns>
    /// <exception cref="ServerException">It is something else.</exception>
    public T Read<T>(string text, Func<JsonNode, T> read)
    {
        try
        {
            return read(JsonNode.Parse(text) ?? throw Failures.NotUnderstood(text));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            // Parts are read when they are looked at, so half a surrogate or a key given twice shows only there.
            throw Failures.NotUnderstood(Hide(text), exception);
        }
    }

    /// <summary>Runs a step of a conversation with the server and puts into words what goes wrong.</summary>
    /// <typeparam name="T">What the step gives.</typeparam>
    /// <param name="step">The step.</param>
    /// <param name="deadline">The time limit that the step runs under.</param>
    /// <param name="cancellation">The caller's wish to end.</param>
    /// <returns>What the step gave.</returns>
    /// <exception cref="ServerException">What went wrong.</exception>
    public async Task<T> GuardAsync<T>(Func<Task<T>> step, Deadline deadline, CancellationToken cancellation)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw deadline.HasPassed
                ? Failures.TooSlow(deadline.Limit, deadline.Limit == _timeouts.Idle ? "idle_timeout" : "first_token_timeout")
                : Failures.FromException(new HttpRequestException(HttpRequestError.ConnectionError, "connecting took too long", exception.InnerException));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Failures.FromException(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private TimeSpan? Wish(RetryConditionHeaderValue? header)
    {
        var wish = header?.Delta ?? (header?.Date is { } date ? date - _time.GetUtcNow() : null);
        return wish < TimeSpan.Zero ? TimeSpan.Zero : wish;
    }

    private static async Task<string> ReadTextAsync(HttpResponseMessage response, int limit, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var text = new StreamReader(stream, Encoding.UTF8);
        var content = new StringBuilder();
        var buffer = new char[8_192];
        while (content.Length < limit && await text.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            content.Append(buffer, 0, count);
        }

        return content.ToString();
    }
}
