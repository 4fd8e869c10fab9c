using Microsoft.AspNetCore.Http;

namespace NasDaemon.Live.Security;

/// <summary>What a request may do.</summary>
/// <param name="token">The secret.</param>
/// <param name="hosts">The names of this page.</param>
internal sealed class Access(AccessToken token, HostNames hosts)
{
    /// <summary>The cookie that lets its bearer read.</summary>
    public const string Cookie = "nasdaemon-reading";

    private const string Scheme = "Bearer ";

    /// <summary>Whether the request may change things: only the header counts, which no other site can make a browser send.</summary>
    public bool MayChange(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && token.IsSecret(header[Scheme.Length..].Trim());

    /// <summary>Whether the request may read: on this machine everybody may, from elsewhere who has the token or once had it.</summary>
    public bool MayRead(HttpRequest request) =>
        (hosts.IsLoopbackOnly && HostNames.IsLoopback(request.Host.Host))
        || token.IsReading(request.Cookies[Cookie])
        || MayChange(request);

    /// <summary>Lets the bearer of the token read from now on by a cookie, which links and event streams can carry.</summary>
    public void AllowReading(HttpContext context) => context.Response.Cookies.Append(
        Cookie,
        token.ReadingText,
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/" });
}
