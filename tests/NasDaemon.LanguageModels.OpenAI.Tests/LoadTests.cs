using System.Text.Json.Nodes;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.OpenAI.Tests.Support;
using NasDaemon.Testing;
using NasDaemon.Testing.Http;

namespace NasDaemon.LanguageModels.OpenAI.Tests;

public sealed class LoadTests
{
    [Theory]
    [InlineData("llamacpp", "llama-server b7000-abc", true)]
    [InlineData("vllm", "vLLM 0.12.0", true)]
    [InlineData("library", "Ollama 0.15.1", false)]
    [InlineData("organization_owner", "LM Studio", false)]
    public async Task Load_KnownServer_SaysWhichItIsAndAsksForTheContext(string owner, string library, bool counts)
    {
        await using var server = new ModelServer(owner);
        await using var model = await OpenModel.AtAsync(server.Address + "/v1");

        Assert.Equal(("server", library, server.Address), (model.Info.Name, model.Info.Library, model.Info.Device));
        Assert.Equal((ModelServer.Context, counts), (model.Info.ContextLength, model.Info.CountsExactly));
        Assert.StartsWith("coder", model.Info.Model, StringComparison.Ordinal);
        Assert.Equal(!counts, model.Info.Notes.Any(note => note.Contains("estimated", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Load_ServerThatTellsNothing_Takes4096AndSaysSo()
    {
        await using var server = new ModelServer("somebody");
        await using var model = await OpenModel.AtAsync(server.Address);

        Assert.Equal(4_096, model.Info.ContextLength);
        Assert.Contains(model.Info.Notes, note => note.Contains("4096", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Load_ContextInTheSettings_Holds()
    {
        await using var server = new ModelServer();
        await using var model = await OpenModel.AtAsync(server.Address, ("context", JsonValue.Create(900L)));

        Assert.Equal(900, model.Info.ContextLength);
        Assert.Contains("The settings say a context of 900 tokens, the server 600.", model.Info.Notes);
    }

    [Fact]
    public async Task Load_ModelThatTheServerLacks_SaysWhichThereAre()
    {
        await using var server = new ModelServer("vllm");

        var exception = await Assert.ThrowsAsync<LanguageModelException>(() => OpenModel.AtAsync(server.Address, ("model", JsonValue.Create("codr")!)));

        Assert.Equal($"{server.Address} has no model 'codr'.", exception.Message);
        Assert.Equal("It has: coder.", exception.Failure.Hint);
    }

    [Fact]
    public async Task Load_ServerStillLoading_WaitsForIt()
    {
        var time = new TestTime();
        var refused = 0;
        await using var server = new LoopbackServer((request, response) => request.Path == "/v1/models" && refused++ < 2
            ? response.SendAsync(503, "application/json", """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""")
            : response.SendJsonAsync("""{"data":[{"id":"late"}]}"""));

        await using var model = await OpenModel.AtAsync(OpenModel.Options(server.Address), time);

        Assert.Equal("late", model.Info.Model);
        Assert.Equal(2, time.Pauses.Count);
    }

    [Fact]
    public async Task Load_NobodyListens_GivesUpWithAddressAndRemedy()
    {
        var time = new TestTime();
        var address = LoopbackServer.Deserted();

        var exception = await Assert.ThrowsAsync<LanguageModelException>(() => OpenModel.AtAsync(OpenModel.Options(address), time));

        Assert.StartsWith($"{address} cannot be reached: ", exception.Message, StringComparison.Ordinal);
        Assert.Equal("Start the server, or correct 'address'.", exception.Failure.Hint);

        // Half a second, doubled each time, less a random part of at most a half.
        Assert.Equal(6, time.Pauses.Count);
        Assert.All(time.Pauses.Select((pause, index) => pause.TotalSeconds / (0.5 * (1 << index))), share => Assert.InRange(share, 0.5, 1));
    }

    [Fact]
    public async Task Load_HttpsToAServerWithoutTls_SaysWhatToWrite()
    {
        await using var server = new ModelServer();

        var exception = await Assert.ThrowsAsync<LanguageModelException>(
            () => OpenModel.AtAsync(server.Address.Replace("http:", "https:", StringComparison.Ordinal)));

        Assert.Contains("encrypted connection", exception.Message, StringComparison.Ordinal);
        Assert.Contains("http://", exception.Failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_AnotherKindOfServer_SaysThatItIsNone()
    {
        await using var server = new LoopbackServer((_, response) => response.SendAsync(200, "text/html", "<html>It works!</html>"));

        var exception = await Assert.ThrowsAsync<LanguageModelException>(() => OpenModel.AtAsync(server.Address));

        Assert.Contains("<html>It works!</html>", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_Redirect_IsNotFollowedAndTheKeyGoesNowhereElse()
    {
        await using var other = new ModelServer();
        await using var server = new LoopbackServer((_, response) => response.SendAsync(301, "text/plain", "", $"Location: {other.Address}/v1/models"));
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Combine("key"), "sk-secret-1\n");

        var exception = await Assert.ThrowsAsync<LanguageModelException>(
            () => OpenModel.AtAsync(server.Address, ("key_file", JsonValue.Create(folder.Combine("key"))!)));

        Assert.Contains("sends its callers elsewhere (301)", exception.Message, StringComparison.Ordinal);
        Assert.Equal("Bearer sk-secret-1", server.Requests[0].Headers["Authorization"]);
        Assert.Empty(other.Requests);
    }
}
