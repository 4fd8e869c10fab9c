using NasDaemon.Abstractions.Storage;
using NasDaemon.Live.Watching;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Live.Tests.Watching;

public sealed class LiveFeedTests
{
    private static readonly StoreChange Change = new() { Tasks = [StoredRecords.Task("a")] };

    [Fact]
    public void Tell_NobodyWatches_KeepsNothing()
    {
        var feed = new LiveFeed();

        feed.Tell(Change);
        feed.BeginWatching();

        Assert.Empty(feed.Take()!);
    }

    [Fact]
    public void Take_WhatWasCommittedMeanwhile_ComesInOrderAndOnce()
    {
        var feed = new LiveFeed();
        feed.BeginWatching();
        var later = new StoreChange { Tasks = [StoredRecords.Task("b")] };

        feed.Tell(Change);
        feed.Tell(later);

        Assert.Equal([Change, later], feed.Take()!);
        Assert.Empty(feed.Take()!);
    }

    [Fact]
    public void Take_SoMuchThatSomeWasLetGo_SaysSoOnce()
    {
        var feed = new LiveFeed();
        feed.BeginWatching();
        for (var number = 0; number <= 20_000; number++)
        {
            feed.Tell(Change);
        }

        Assert.Null(feed.Take());
        Assert.Empty(feed.Take()!);
    }

    [Fact]
    public void EndWatching_TheLastOfTwo_SaysSo()
    {
        var feed = new LiveFeed();
        feed.BeginWatching();
        feed.BeginWatching();

        Assert.False(feed.EndWatching());
        Assert.True(feed.EndWatching());
        Assert.Equal(0, feed.Watchers);
    }
}
