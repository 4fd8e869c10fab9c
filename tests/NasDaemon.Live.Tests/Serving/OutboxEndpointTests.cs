using System.Net;
using NasDaemon.Live.Tests.Support;

namespace NasDaemon.Live.Tests.Serving;

public sealed class OutboxEndpointTests
{
    [Fact]
    public async Task Get_Report_MayRunItsScriptApartFromThisSiteOnly()
    {
        await using var home = await LivePageHome.StartAsync();
        Write(home, "done/report.html", "<h1>it</h1>");

        using var response = await home.SendAsync(HttpMethod.Get, "/outbox/done/report.html");

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("<h1>it</h1>", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("sandbox allow-scripts", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done/other.html", "text/plain; charset=utf-8", false)]
    [InlineData("done/picture.svg", "text/plain; charset=utf-8", false)]
    [InlineData("done/report.md", "text/plain; charset=utf-8", false)]
    [InlineData("done/trials.csv", "text/csv; charset=utf-8", false)]
    [InlineData("done/best/weights.safetensors", "application/octet-stream", true)]
    public async Task Get_OtherFile_NeverRunsAnything(string file, string type, bool isSaved)
    {
        await using var home = await LivePageHome.StartAsync();
        Write(home, file, "<script>alert(1)</script>");

        using var response = await home.SendAsync(HttpMethod.Get, $"/outbox/{file}");

        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(isSaved, response.Content.Headers.ContentDisposition?.DispositionType == "attachment");
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/outbox/../state/live.token")]
    [InlineData("/outbox/done/../../state/live.token")]
    [InlineData("/outbox/%2e%2e/state/live.token")]
    [InlineData("/outbox/done/%2e%2e/%2e%2e/state/live.token")]
    [InlineData("/outbox/done/..%2f..%2fstate%2flive.token")]
    [InlineData("/outbox/done/..\\..\\state\\live.token")]
    [InlineData("/outbox/done//state/live.token")]
    [InlineData("/outbox/.hidden/report.md")]
    [InlineData("/outbox/done/.secret")]
    [InlineData("/outbox/done/link.md")]
    [InlineData("/outbox/done/folder/live.token")]
    [InlineData("/outbox/done")]
    [InlineData("/outbox/done/best")]
    [InlineData("/outbox/done/a/b/c/d/e/f/g/h/i/deep.md")]
    public async Task Get_WhatIsNotAFileOfATask_IsNotFound(string path)
    {
        await using var home = await LivePageHome.StartAsync();
        Write(home, "done/report.md", "fine");
        Write(home, "done/best/model.py", "fine");
        Write(home, "done/.secret", "secret");
        Write(home, ".hidden/report.md", "secret");
        File.CreateSymbolicLink(home.Combine("outbox", "done", "link.md"), home.Combine("state", "live.token"));
        Directory.CreateSymbolicLink(home.Combine("outbox", "done", "folder"), home.Combine("state"));

        using var response = await home.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain(home.Token, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void Write(LivePageHome home, string file, string text)
    {
        var path = home.Combine("outbox", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
