using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace NasDaemon.Pipeline.LanguageModels.Fetching;

/// <summary>A file at an address. Redirects are followed, but never from an encrypted address to one that is not.</summary>
/// <param name="client">Speaks HTTP; it does not follow redirects itself.</param>
/// <param name="address">The address.</param>
internal sealed class HttpModelSource(HttpClient client, Uri address) : IModelSource
{
    private const int MostRedirects = 10;
    private const int SumLength = 64;

    /// <inheritdoc/>
    public string Place => address.AbsoluteUri;

    /// <summary>Makes what speaks HTTP.</summary>
    /// <returns>The client.</returns>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(30),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <inheritdoc/>
    public async Task<SourceContent> OpenAsync(long offset, CancellationToken cancellation)
    {
        var (at, sum) = (address, (string?)null);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var response = await SendAsync(at, offset, cancellation).ConfigureAwait(false);
            sum = AnnouncedSum(response) ?? sum;
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
            {
                return await ContentAsync(response, sum, cancellation).ConfigureAwait(false);
            }

            using (response)
            {
                // There is nothing behind that byte, so what is here is no part of this file.
                var isBeyond = response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && offset > 0;
                (at, offset) = isBeyond ? (at, 0) : (Next(at, response), offset);
            }
        }

        throw new FetchException($"{address} sends its callers on and on.", isTemporary: false);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri at, long offset, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, at);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (offset > 0)
        {
            request.Headers.Range = new RangeHeaderValue(offset, null);
        }

        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            var reason = (exception.InnerException ?? exception).Message;
            var isTemporary = exception.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError);
            throw new FetchException($"{at.Host} cannot be reached: {reason}", isTemporary, exception);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchException($"{at.Host} cannot be reached: connecting takes too long.", isTemporary: true, exception);
        }
    }

    private Uri Next(Uri at, HttpResponseMessage response)
    {
        var code = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
        {
            throw (int)response.StatusCode switch
            {
                404 or 410 => new FetchException($"There is nothing at {address} ({code}).", isTemporary: false),
                401 or 403 => new FetchException($"{address} is only given to those who are signed in ({code}).", isTemporary: false),
                408 or 429 or >= 500 => new FetchException($"{at.Host} cannot give it now ({code}).", isTemporary: true),
                _ => new FetchException($"{at.Host} does not give it ({code}).", isTemporary: false),
            };
        }

        var next = new Uri(at, location);
        var isSafe = next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && at.Scheme == Uri.UriSchemeHttp);
        return isSafe ? next : throw new FetchException($"{address} leads to {next.GetLeftPart(UriPartial.Authority)}, which is not encrypted.", isTemporary: false);
    }

    private static async Task<SourceContent> ContentAsync(HttpResponseMessage response, string? sum, CancellationToken cancellation)
    {
        var range = response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange : null;
        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        return new SourceContent(
            stream,
            range?.From ?? 0,
            range is null ? response.Content.Headers.ContentLength : range.Length,
            response.Headers.ETag?.Tag ?? string.Empty,
            sum,
            response);
    }

    // Hubs of models name a large file's SHA-256 sum so, in the answer that sends the caller to where it lies.
    private static string? AnnouncedSum(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Linked-ETag", out var values) && values.First().Trim('"') is { Length: SumLength } sum && sum.All(char.IsAsciiHexDigit)
            ? sum.ToLowerInvariant()
            : null;
}
