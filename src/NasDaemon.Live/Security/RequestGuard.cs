using Microsoft.AspNetCore.Http;
using NasDaemon.Live.Serving;

namespace NasDaemon.Live.Security;

/// <summary>Turns away requests that other sites, or strangers, have made.</summary>
/// <param name="hosts">The names of this page.</param>
/// <param name="access">What a request may do.</param>
/// <param name="next">Answers what is let through.</param>
internal sealed class RequestGuard(HostNames hosts, Access access, RequestDelegate next)
{
    private const string FetchSite = "Sec-Fetch-Site";
    private const string FetchMode = "Sec-Fetch-Mode";

    // What says nothing about any task.
    private static readonly string[] Open = ["/", "/access", "/health"];

    /// <summary>Answers or refuses a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        Headers(context.Response.Headers);
        return Refusal(context) is { } refusal
            ? Answer.ErrorAsync(context, refusal.Status, refusal.Message, refusal.Remedy)
            : next(context);
    }

    private static void Headers(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policies.Page;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private Refusal? Refusal(HttpContext context)
    {
        var request = context.Request;
        var isReading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!hosts.IsOurs(request.Host.Host, context.Connection.LocalIpAddress))
        {
            return new(StatusCodes.Status421MisdirectedRequest, "This host is not known here.", "Ask for the address that was printed at start, or name the host below 'live: hosts' in nasdaemon.yaml.");
        }

        if (!isReading && !HttpMethods.IsPost(request.Method))
        {
            return new(StatusCodes.Status405MethodNotAllowed, "This method does nothing here.", "Use GET or POST.");
        }

        if (IsOfAnotherSite(request, isReading))
        {
            return new(StatusCodes.Status403Forbidden, "Another site made this request.", "Open the page itself.");
        }

        return MayPass(request, isReading)
            ? null
            : new(StatusCodes.Status401Unauthorized, "The token is missing or wrong.", "It was printed at start, and lies in the file live.token in the state folder.");
    }

    private bool MayPass(HttpRequest request, bool isReading) => isReading
        ? Open.Contains(request.Path.Value) || request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) || access.MayRead(request)
        : access.MayChange(request);

    // A link from elsewhere may open the page; nothing else may come from there.
    private static bool IsOfAnotherSite(HttpRequest request, bool isReading)
    {
        var site = request.Headers[FetchSite].ToString();
        var isOpened = isReading && request.Headers[FetchMode] == "navigate";
        var isForeignFetch = site is not ("" or "same-origin" or "none") && !isOpened;
        return isForeignFetch || (!isReading && site == "none") || (request.Headers.Origin is [var origin, ..] && !IsOurs(origin, request));
    }

    // A browser leaves the scheme's own port out of both; a proxy may write it.
    private static bool IsOurs(string? origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && uri.Port == (request.Host.Port ?? (uri.IsDefaultPort ? uri.Port : -1));
}

/// <summary>Why a request is turned away.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What helps.</param>
internal sealed record Refusal(int Status, string Message, string Remedy);
