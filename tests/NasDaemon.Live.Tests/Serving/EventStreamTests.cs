using System.Globalization;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Tests.Support;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Live.Tests.Serving;

public sealed class EventStreamTests
{
    [Fact]
    public async Task Follow_RunningTask_TellsTheWorldOnceAndThenOnlyWhatChanges()
    {
        await using var home = await LivePageHome.StartAsync();
        home.Store.Commit(new StoreChange { Tasks = [Going("a")], Trials = [StoredRecords.Trial("a", 1)], Epochs = [StoredRecords.Epoch("a", 1, 1)] });
        using var events = await EventReader.OpenAsync(home.Client);

        var world = await events.NextAsync();
        home.Store.Commit(new StoreChange { Trials = [StoredRecords.Trial("a", 2)], Epochs = [StoredRecords.Epoch("a", 2, 1)] });
        var change = await events.NextAsync();

        Assert.Equal(("world", "change"), (world.Name, change.Name));
        var detail = Assert.Single(world.Data.GetProperty("details").EnumerateArray());
        Assert.Equal(1, Assert.Single(detail.GetProperty("trials").EnumerateArray()).GetProperty("number").GetInt32());
        Assert.Equal(0.25, Assert.Single(detail.GetProperty("epochs").EnumerateArray()).GetProperty("accuracy").GetDouble());
        Assert.Empty(change.Data.GetProperty("tasks").EnumerateArray());
        var trials = Assert.Single(change.Data.GetProperty("trials").EnumerateArray());
        Assert.Equal(2, Assert.Single(trials.GetProperty("trials").EnumerateArray()).GetProperty("number").GetInt32());
        Assert.Equal(2, trials.GetProperty("trial_count").GetInt32());
    }

    [Fact]
    public async Task Follow_AgainAfterABreak_TellsOnlyWhatWasMissed()
    {
        await using var home = await LivePageHome.StartAsync();
        home.Store.Commit(new StoreChange { Tasks = [Going("a"), Going("b")] });
        using var other = await EventReader.OpenAsync(home.Client);
        await other.NextAsync();
        var first = await EventReader.OpenAsync(home.Client);
        await first.NextAsync();
        var last = first.LastId;
        first.Dispose();
        home.Store.Commit(new StoreChange { Tasks = [Going("b") with { State = TaskState.Done, Ended = StoredRecords.Moment }] });

        using var again = await EventReader.OpenAsync(home.Client, last);
        var told = await again.NextAsync();

        Assert.Equal("change", told.Name);
        Assert.Equal("b", Assert.Single(told.Data.GetProperty("tasks").EnumerateArray()).GetProperty("id").GetString());
        Assert.True(long.Parse(again.LastId!, CultureInfo.InvariantCulture) > long.Parse(last!, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("9000000000000000000")]
    [InlineData("nonsense")]
    public async Task Follow_FromAnIdOfAnotherDaemon_TellsTheWorld(string id)
    {
        await using var home = await LivePageHome.StartAsync();

        using var events = await EventReader.OpenAsync(home.Client, id);

        Assert.Equal("world", (await events.NextAsync()).Name);
    }

    [Fact]
    public async Task Follow_TaskOfTenThousandTrials_IsToldInAFewKilobytes()
    {
        await using var home = await LivePageHome.StartAsync();
        home.Store.Commit(new StoreChange { Tasks = [Going("a")], Trials = [.. Enumerable.Range(1, 10_000).Select(Trial)] });
        using var events = await EventReader.OpenAsync(home.Client);

        var world = await events.NextAsync();
        home.Store.Commit(new StoreChange { Trials = [Trial(10_001)] });
        var change = await events.NextAsync();

        Assert.Equal(10_000, world.Data.GetProperty("details")[0].GetProperty("trial_count").GetInt32());
        Assert.Equal(50, world.Data.GetProperty("details")[0].GetProperty("trials").GetArrayLength());
        Assert.True(world.Length < 100_000, $"The world takes {world.Length} characters.");
        Assert.True(change.Length < 1_000, $"The change takes {change.Length} characters.");
    }

    [Fact]
    public async Task Follow_MorePagesThanThereIsRoomFor_TurnsTheLastAway()
    {
        await using var home = await LivePageHome.StartAsync();
        var events = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => EventReader.OpenAsync(home.Client)));

        using var response = await home.SendAsync(HttpMethod.Get, "/events");

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Array.ForEach(events, reader => reader.Dispose());
    }

    private static TaskRecord Going(string id) => StoredRecords.Task(id) with { Ended = null, Message = null };

    private static TrialRecord Trial(int number) => StoredRecords.Trial("a", number, accuracy: number % 100 / 100.0);
}
