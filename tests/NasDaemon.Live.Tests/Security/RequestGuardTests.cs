using System.Net;
using NasDaemon.Live.Tests.Support;
using NasDaemon.Pipeline.Configuration;

namespace NasDaemon.Live.Tests.Security;

public sealed class RequestGuardTests
{
    private static readonly string[] Changing = ["/tasks", "/tasks/check", "/tasks/busy/cancel", "/access"];

    [Fact]
    public async Task Post_WithoutTheToken_IsRefusedEverywhereAndNothingHappens()
    {
        await using var home = await LivePageHome.StartAsync();

        foreach (var path in Changing)
        {
            using var response = await home.SendAsync(HttpMethod.Post, path, body: LivePageHome.GoodTask);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Empty(Directory.GetFiles(home.Combine("inbox")));
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic bmFzZGFlbW9u")]
    public async Task Post_WithAnotherToken_IsRefused(string header)
    {
        await using var home = await LivePageHome.StartAsync();

        using var response = await home.SendAsync(HttpMethod.Post, "/tasks", body: LivePageHome.GoodTask, headers: ("Authorization", header));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("live.token", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithTheTokenInACookieOrTheAddress_IsRefused()
    {
        await using var home = await LivePageHome.StartAsync();
        using var allowed = await home.SendAsync(HttpMethod.Post, "/access", withToken: true);
        var cookie = Assert.Single(allowed.Headers.GetValues("Set-Cookie")).Split(';')[0];

        using var byCookie = await home.SendAsync(HttpMethod.Post, "/tasks", body: LivePageHome.GoodTask, headers: ("Cookie", cookie));
        using var byAddress = await home.SendAsync(HttpMethod.Post, $"/tasks?token={home.Token}", body: LivePageHome.GoodTask);

        Assert.DoesNotContain(home.Token, cookie, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (byCookie.StatusCode, byAddress.StatusCode));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task Post_FromAnotherSite_IsRefusedEvenWithTheToken(string header, string value)
    {
        await using var home = await LivePageHome.StartAsync();

        using var response = await home.SendAsync(HttpMethod.Post, "/tasks", withToken: true, body: LivePageHome.GoodTask, headers: (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(Directory.GetFiles(home.Combine("inbox")));
    }

    [Fact]
    public async Task Post_FromThePageItself_IsAnswered()
    {
        await using var home = await LivePageHome.StartAsync();

        using var response = await home.SendAsync(
            HttpMethod.Post, "/tasks", withToken: true, body: LivePageHome.GoodTask, ("Origin", home.Address.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Get_FromAnotherSite_IsRefusedUnlessALinkOpensThePage()
    {
        await using var home = await LivePageHome.StartAsync();

        using var script = await home.SendAsync(HttpMethod.Get, "/events", headers: [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors")]);
        using var link = await home.SendAsync(HttpMethod.Get, "/", headers: [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")]);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (script.StatusCode, link.StatusCode));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:6273")]
    [InlineData("8.8.8.8")]
    public async Task Get_ForAnUnknownHost_IsRefused(string host)
    {
        await using var home = await LivePageHome.StartAsync();

        foreach (var path in (string[])["/", "/health", "/metrics", "/events", "/tasks"])
        {
            using var response = await home.SendAsync(HttpMethod.Get, path, headers: ("Host", host));
            Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:8000")]
    [InlineData("127.0.0.1:9")]
    [InlineData("[::1]:6273")]
    public async Task Get_ForThisMachineThroughATunnel_IsAnswered(string host)
    {
        await using var home = await LivePageHome.StartAsync();

        using var response = await home.SendAsync(HttpMethod.Get, "/tasks", headers: ("Host", host));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Get_ThroughANamedProxy_NeedsTheTokenOnceAndThenTheCookie()
    {
        await using var home = await LivePageHome.StartAsync(new LiveSettings { Port = 0, Hosts = ["nas.example.org"] });
        var proxied = ("Host", "nas.example.org");

        using var page = await home.SendAsync(HttpMethod.Get, "/", headers: proxied);
        using var stranger = await home.SendAsync(HttpMethod.Get, "/tasks", headers: proxied);
        using var allowed = await home.SendAsync(HttpMethod.Post, "/access", withToken: true, headers: [proxied, ("Origin", "https://nas.example.org")]);
        var cookie = Assert.Single(allowed.Headers.GetValues("Set-Cookie"));
        using var known = await home.SendAsync(HttpMethod.Get, "/tasks", headers: [proxied, ("Cookie", cookie.Split(';')[0])]);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK),
            (page.StatusCode, stranger.StatusCode, allowed.StatusCode, known.StatusCode));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Get_WhereOtherMachinesMayAsk_NeedsTheToken()
    {
        await using var home = await LivePageHome.StartAsync(new LiveSettings { Port = 0, Address = IPAddress.Any });

        using var stranger = await home.SendAsync(HttpMethod.Get, "/tasks");
        using var metrics = await home.SendAsync(HttpMethod.Get, "/metrics", withToken: true);
        using var health = await home.SendAsync(HttpMethod.Get, "/health");

        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK), (stranger.StatusCode, metrics.StatusCode, health.StatusCode));
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task Send_OtherMethod_IsRefused(string method)
    {
        await using var home = await LivePageHome.StartAsync();

        using var response = await home.SendAsync(new HttpMethod(method), "/tasks", withToken: true);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/page.js")]
    [InlineData("/tasks")]
    [InlineData("/nowhere")]
    public async Task Get_Anything_CarriesThePolicies(string path)
    {
        await using var home = await LivePageHome.StartAsync();

        using var response = await home.SendAsync(HttpMethod.Get, path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'; require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
