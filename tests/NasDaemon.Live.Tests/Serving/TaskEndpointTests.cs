using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Tests.Support;
using NasDaemon.Pipeline.Tasks;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Live.Tests.Serving;

public sealed class TaskEndpointTests
{
    [Fact]
    public async Task Submit_GoodTask_LiesInTheInboxByteForByteAndNothingElseDoes()
    {
        await using var home = await LivePageHome.StartAsync();

        using var first = await home.SendAsync(HttpMethod.Post, "/tasks", withToken: true, body: LivePageHome.GoodTask);
        using var second = await home.SendAsync(HttpMethod.Post, "/tasks", withToken: true, body: LivePageHome.GoodTask);

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal("fresh.yaml", (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accepted").GetString());
        Assert.Equal("fresh-2.yaml", (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accepted").GetString());
        Assert.Equal(["fresh-2.yaml", "fresh.yaml"], Directory.GetFiles(home.Combine("inbox")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(LivePageHome.GoodTask, await File.ReadAllTextAsync(home.Combine("inbox", "fresh.yaml")));
    }

    [Fact]
    public async Task Submit_NameThatIsAPath_StaysInTheInbox()
    {
        await using var home = await LivePageHome.StartAsync();

        using var response = await home.SendAsync(
            HttpMethod.Post, "/tasks", withToken: true, body: LivePageHome.GoodTask.Replace("fresh", "../../fresh", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Empty(Directory.GetFiles(home.Combine("inbox")));
    }

    [Fact]
    public async Task Check_MistakesInTheText_AreNamedWithLineColumnAndRemedyAndNothingIsDropped()
    {
        await using var home = await LivePageHome.StartAsync();

        using var response = await home.SendAsync(
            HttpMethod.Post, "/tasks/check", withToken: true, body: LivePageHome.GoodTask.Replace("mnist", "mnits", StringComparison.Ordinal));

        var problem = Assert.Single((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems").EnumerateArray());
        Assert.Equal((2, 10), (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
        Assert.Equal("There is no data set 'mnits'.", problem.GetProperty("message").GetString());
        Assert.Equal("Did you mean 'mnist'?", problem.GetProperty("remedy").GetString());
        Assert.Empty(Directory.GetFiles(home.Combine("inbox")));
    }

    [Theory]
    [InlineData("/tasks")]
    [InlineData("/tasks/check")]
    public async Task Post_BodyBeyondTheLimit_IsRefused(string path)
    {
        await using var home = await LivePageHome.StartAsync();

        using var response = await home.SendAsync(HttpMethod.Post, path, withToken: true, body: new string('#', TaskReader.LargestFile + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(Directory.GetFiles(home.Combine("inbox")));
    }

    [Fact]
    public async Task Cancel_TaskThatHasNotEnded_AsksTheDaemonThroughTheInbox()
    {
        await using var home = await LivePageHome.StartAsync();
        home.Store.Commit(new StoreChange
        {
            Tasks = [StoredRecords.Task("going") with { Ended = null }, StoredRecords.Task("over") with { State = TaskState.Done }],
        });

        using var going = await home.SendAsync(HttpMethod.Post, "/tasks/going/cancel", withToken: true);
        using var over = await home.SendAsync(HttpMethod.Post, "/tasks/over/cancel", withToken: true);
        using var unknown = await home.SendAsync(HttpMethod.Post, "/tasks/unknown/cancel", withToken: true);
        using var path = await home.SendAsync(HttpMethod.Post, "/tasks/..%2Fgoing/cancel", withToken: true);

        Assert.Equal(
            (HttpStatusCode.Accepted, HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (going.StatusCode, over.StatusCode, unknown.StatusCode, path.StatusCode));
        Assert.Equal([".cancel-going"], Directory.GetFiles(home.Combine("inbox")).Select(Path.GetFileName));
    }
}
