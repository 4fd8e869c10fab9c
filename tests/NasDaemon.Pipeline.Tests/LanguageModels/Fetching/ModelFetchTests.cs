using System.Collections.Immutable;
using System.Security.Cryptography;
using NasDaemon.Pipeline.LanguageModels.Fetching;
using NasDaemon.Testing;
using NasDaemon.Testing.Http;

namespace NasDaemon.Pipeline.Tests.LanguageModels.Fetching;

public sealed class ModelFetchTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly FileServer _server = new();
    private readonly List<string> _lines = [];

    private string Folder => _home.Combine("models");

    private string Target => Path.Combine(Folder, "coder.gguf");

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Run_Address_BringsTheFileWithItsSum()
    {
        var result = await FetchAsync($"{_server.Address}/some/coder.gguf?download=true");

        Assert.Null(result.Problem);
        Assert.Equal(("coder", Target), (result.File!.Name, result.File.Path));
        Assert.Equal(_server.Content, await File.ReadAllBytesAsync(Target));
        Assert.Equal($"{Sum(_server.Content)}  coder.gguf\n", await File.ReadAllTextAsync(Target + ".sha256"));
        Assert.Equal(["coder.gguf", "coder.gguf.sha256"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
        Assert.Contains(_lines, line => line.Contains(Sum(_server.Content), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_KnownName_ChecksSizeAndSum()
    {
        var result = await FetchAsync("CODER", known: Known());

        Assert.Null(result.Problem);
        Assert.EndsWith(", as published", _lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_As_GivesItThatName()
    {
        var result = await FetchAsync($"{_server.Address}/coder.gguf", name: "mine.gguf");

        Assert.Equal(("mine", Path.Combine(Folder, "mine.gguf")), (result.File!.Name, result.File.Path));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    public async Task Run_AsSomethingThatIsNoName_IsRefused(string name)
    {
        var result = await FetchAsync($"{_server.Address}/coder.gguf", name);

        Assert.Contains("cannot be a name", result.Problem, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task Run_ModelInParts_BringsThemAll()
    {
        var result = await FetchAsync($"{_server.Address}/coder-00002-of-00003.gguf", name: "mine");

        Assert.Null(result.Problem);
        Assert.Equal(("mine", 3L * _server.Content.Length), (result.File!.Name, result.File.Bytes));
        Assert.True(File.Exists(Path.Combine(Folder, "mine-00003-of-00003.gguf")));
    }

    [Fact]
    public async Task Run_ConnectionBreaksAgainAndAgain_GoesOnEachTime()
    {
        // More often than attempts without any progress are made.
        foreach (var _ in Enumerable.Range(0, 9))
        {
            _server.Breaks.Enqueue(30_000);
        }

        var result = await FetchAsync($"{_server.Address}/coder.gguf");

        Assert.Null(result.Problem);
        Assert.Equal([null, .. Enumerable.Range(1, 9).Select(part => $"bytes={30_000 * part}-")], _server.Ranges);
        Assert.Equal(_server.Content, await File.ReadAllBytesAsync(Target));
        Assert.StartsWith(Sum(_server.Content), await File.ReadAllTextAsync(Target + ".sha256"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ServerThatGivesNothingMore_IsGivenUpAndTheNextRunGoesOn()
    {
        _server.Breaks.Enqueue(100_000);
        foreach (var _ in Enumerable.Range(0, 6))
        {
            _server.Breaks.Enqueue(0);
        }

        var first = await FetchAsync($"{_server.Address}/coder.gguf");

        Assert.Contains("The connection broke after 100.0 kB of 300.0 kB.", first.Problem, StringComparison.Ordinal);
        Assert.Contains("goes on from what has come", first.Problem, StringComparison.Ordinal);
        Assert.Equal(100_000, new FileInfo(Target + ".part").Length);
        Assert.False(File.Exists(Target));

        var second = await FetchAsync($"{_server.Address}/coder.gguf");

        Assert.Null(second.Problem);
        Assert.Equal("bytes=100000-", _server.Ranges.Last());
        Assert.Equal(_server.Content, await File.ReadAllBytesAsync(Target));
    }

    [Theory]
    [InlineData("tag")]
    [InlineData("length")]
    [InlineData("address")]
    [InlineData("ranges")]
    [InlineData("note")]
    public async Task Run_PartOfAnotherFile_StartsFromTheBeginning(string change)
    {
        await LeaveAPartAsync();
        _server.Tag = change == "tag" ? "\"two\"" : _server.Tag;
        _server.Content = change is "tag" or "length" or "address" ? [.. "GGUF"u8, .. new byte[change == "tag" ? 300_000 : 200_000]] : _server.Content;
        _server.KnowsRanges = change != "ranges";
        if (change == "note")
        {
            await File.WriteAllTextAsync(Target + ".part.json", "{ nonsense");
        }

        var result = await FetchAsync($"{_server.Address}/{(change == "address" ? "other/" : "")}coder.gguf");

        Assert.Null(result.Problem);
        Assert.Equal(_server.Content, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Run_PartLongerThanTheFile_StartsFromTheBeginning()
    {
        await LeaveAPartAsync();
        _server.Content = [.. "GGUF"u8, 1, 2, 3];

        Assert.Null((await FetchAsync($"{_server.Address}/coder.gguf")).Problem);
        Assert.Equal(_server.Content, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task Run_WholePartOfAnAttemptThatWasKilled_IsCheckedAndTakenWithoutFetching()
    {
        await LeaveAPartAsync();
        await File.WriteAllBytesAsync(Target + ".part", _server.Content);
        var asked = _server.Ranges.Count();

        Assert.Null((await FetchAsync($"{_server.Address}/coder.gguf")).Problem);
        Assert.Equal(asked, _server.Ranges.Count());
    }

    [Fact]
    public async Task Run_WrongSum_KeepsNothingAndShowsBoth()
    {
        var published = new string('a', 64);

        var result = await FetchAsync("coder", known: Known() with { Sum = published });

        Assert.Contains(Sum(_server.Content), result.Problem, StringComparison.Ordinal);
        Assert.Contains($"in place of {published}", result.Problem, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Run_WrongSize_IsNotEvenFetched()
    {
        var result = await FetchAsync("coder", known: Known() with { Bytes = 7 });

        Assert.Contains("offers 300,004 bytes in place of 7", result.Problem, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Run_SumThatTheServerAnnounces_IsChecked()
    {
        _server.Pages["/coder.gguf"] = (302, ["Location: /cdn/coder.gguf", $"X-Linked-ETag: \"{new string('b', 64)}\""], "");

        var result = await FetchAsync($"{_server.Address}/coder.gguf");

        Assert.Contains($"in place of {new string('b', 64)}", result.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Run_Redirect_IsFollowed(int status)
    {
        await using var other = new FileServer();
        _server.Pages["/coder.gguf"] = (status, [$"Location: {other.Address}/cdn/0123abcd.gguf?signature=x"], "");

        var result = await FetchAsync($"{_server.Address}/coder.gguf");

        Assert.Null(result.Problem);
        Assert.Equal(Target, result.File!.Path);
    }

    [Fact]
    public async Task Run_RedirectInACircle_IsGivenUp()
    {
        _server.Pages["/coder.gguf"] = (302, ["Location: /coder.gguf"], "");

        Assert.Contains("sends its callers on and on", (await FetchAsync($"{_server.Address}/coder.gguf")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RedirectToAnotherProtocol_IsRefused()
    {
        _server.Pages["/coder.gguf"] = (302, ["Location: file:///etc/passwd"], "");

        Assert.Contains("which is not encrypted", (await FetchAsync($"{_server.Address}/coder.gguf")).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "There is nothing at")]
    [InlineData(401, "only given to those who are signed in (401)")]
    [InlineData(418, "does not give it (418)")]
    [InlineData(503, "cannot give it now (503)")]
    public async Task Run_AnotherAnswer_SaysWhatItMeansAndWhatToCopyWhere(int status, string expected)
    {
        _server.Pages["/coder.gguf"] = (status, [], "");

        var result = await FetchAsync($"{_server.Address}/coder.gguf");

        Assert.Contains(expected, result.Problem, StringComparison.Ordinal);
        Assert.EndsWith($"copy it by hand: {_server.Address}/coder.gguf to {Target}", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NobodyListens_SaysWhatToCopyWhere()
    {
        var address = LoopbackServer.Deserted();

        var result = await FetchAsync("coder", known: Known() with { Address = $"{address}/x.gguf" });

        Assert.StartsWith("127.0.0.1 cannot be reached: ", result.Problem, StringComparison.Ordinal);
        Assert.EndsWith($"copy it by hand: {address}/x.gguf to {Target}", result.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Please sign in</html>")]
    [InlineData("GG")]
    [InlineData("")]
    public async Task Run_SomethingElseThanAGguf_IsNotKept(string body)
    {
        _server.Pages["/coder.gguf"] = (200, [], body);

        var result = await FetchAsync($"{_server.Address}/coder.gguf");

        Assert.Contains("is not a GGUF file", result.Problem, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Run_FileOfThisMachine_IsCopiedWithAllItsParts()
    {
        foreach (var part in (int[])[1, 2])
        {
            await File.WriteAllBytesAsync(_home.Combine($"own-0000{part}-of-00002.gguf"), _server.Content);
        }

        var result = await FetchAsync(_home.Combine("own-00001-of-00002.gguf"));

        Assert.Null(result.Problem);
        Assert.Equal(("own", 2L * _server.Content.Length), (result.File!.Name, result.File.Bytes));
        Assert.True(File.Exists(_home.Combine("own-00001-of-00002.gguf")));
    }

    [Fact]
    public async Task Run_FileWithoutOneOfItsParts_SaysWhich()
    {
        await File.WriteAllBytesAsync(_home.Combine("own-00001-of-00002.gguf"), _server.Content);

        Assert.Contains("own-00002-of-00002.gguf", (await FetchAsync(_home.Combine("own-00001-of-00002.gguf"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FileThatIsHereAlready_IsLeftAlone()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Target, "GGUF of mine");

        var result = await FetchAsync($"{_server.Address}/coder.gguf");

        Assert.Null(result.Problem);
        Assert.Equal("GGUF of mine", await File.ReadAllTextAsync(Target));
        Assert.Empty(_server.Ranges);
    }

    [Fact]
    public async Task Run_UnknownName_NamesTheNearest()
    {
        using var fetch = new ModelFetch(Folder, KnownModel.All, new Progress<string>(), new QuickTime());

        var result = await fetch.RunAsync("deepseek-coder-1.3", null, default);

        Assert.Contains("Did you mean 'deepseek-coder-1.3b'?", result.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void All_KnownModels_HaveAddressesNamesAndSums() => Assert.All(KnownModel.All, model =>
    {
        Assert.Matches("^(deepseek|qwen2\\.5)-coder-[0-9.]+b$", model.Name);
        Assert.Matches("^https://.+/resolve/main/.+\\.gguf$", model.Address);
        Assert.Matches("^[0-9a-f]{64}$", model.Sum);
        Assert.InRange(model.Bytes, 100_000_000, 50_000_000_000);
    });

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _home.Dispose();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private KnownModel Known() => new("coder", "A coder.", $"{_server.Address}/published.gguf", _server.Content.Length, Sum(_server.Content), "none");

    private async Task LeaveAPartAsync()
    {
        _server.Breaks.Enqueue(100_000);
        Enumerable.Repeat(0, 6).ToList().ForEach(_server.Breaks.Enqueue);
        Assert.NotNull((await FetchAsync($"{_server.Address}/coder.gguf")).Problem);
        Assert.Equal(100_000, new FileInfo(Target + ".part").Length);
    }

    private async Task<FetchResult> FetchAsync(string what, string? name = null, KnownModel? known = null)
    {
        ImmutableArray<KnownModel> models = known is null ? [] : [known];
        using var fetch = new ModelFetch(Folder, models, new Lines(_lines), new QuickTime());
        return await fetch.RunAsync(what, name, CancellationToken.None);
    }

    private sealed class Lines(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }
}
