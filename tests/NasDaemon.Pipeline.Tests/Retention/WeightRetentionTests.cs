using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Inbox;
using NasDaemon.Pipeline.Retention;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Retention;

public sealed class WeightRetentionTests : IDisposable
{
    private const int Size = 1000;
    private static readonly RetentionSettings Generous = new(TimeSpan.FromDays(30), long.MaxValue);
    private readonly TemporaryFolder _state = new();
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public void PutAway_TaskThatHasEnded_KeepsTheWeightsOfItsFinalistsAndNothingElse()
    {
        Train("net", 1, hasWeights: false);
        Train("net", 2);
        Train("exp/arm/mnist/1", 3);

        new TaskFolders(_state.Path).PutAway("net");
        new TaskFolders(_state.Path).PutAway("exp");

        var kept = new KeptWeights(_state.Path);
        Assert.Null(kept.Find(new TrialKey("net", 1)));
        Assert.True(File.Exists(kept.Find(new TrialKey("net", 2))!.Weights));
        Assert.NotNull(kept.Find(new TrialKey("exp/arm/mnist/1", 3)));
        Assert.Empty(Directory.GetFileSystemEntries(_state.Combine("tasks")));
    }

    [Fact]
    public void PutAway_BrokenOffBetweenTwoTrials_GoesOn()
    {
        Train("net", 1);
        Train("net", 2);
        var folders = new TaskFolders(_state.Path);
        new KeptWeights(_state.Path).Keep("net", folders.Of("net"));
        Train("net", 3);

        folders.PutAway("net");

        Assert.Equal(3, new KeptWeights(_state.Path).All().Count);
        Assert.False(Directory.Exists(folders.Of("net")));
    }

    [Fact]
    public void Apply_WeightsOlderThanTheLimit_AreRemovedWithTheirEmptyFolders()
    {
        Keep("old", 1, days: 40);
        Keep("new", 1, days: 20);

        var plan = Sweep(Generous);

        Assert.Equal(RemovalReason.Age, Assert.Single(plan.Removals).Reason);
        Assert.Equal(["new"], Names(_state.Combine("weights")));
        Assert.Null(new KeptWeights(_state.Path).Find(new TrialKey("old", 1)));
    }

    [Fact]
    public void Apply_TooLittleRoom_RemovesTheOldestUntilTheRestFits()
    {
        Keep("third", 1, days: 1);
        Keep("first", 1, days: 3);
        Keep("second", 1, days: 2);

        var plan = Sweep(Generous with { DiskBytes = (2 * Size) + 500 });

        Assert.Equal(3 * Size, plan.UsedBytes);
        Assert.Equal(Size, plan.FreedBytes);
        Assert.Equal(["second", "third"], Names(_state.Combine("weights")));
    }

    [Fact]
    public void Apply_RunningTaskTakesAllRoom_IsLeftAloneAndToldOf()
    {
        Keep("ended", 1, days: 1);
        Train("running", 1);
        Train("running", 2);

        var plan = Sweep(Generous with { DiskBytes = Size });

        Assert.True(plan.IsOverLimit);
        Assert.True(File.Exists(TrialFolder.Of(_state.Path, new TrialKey("running", 1)).Weights));
        Assert.Empty(new KeptWeights(_state.Path).All());
    }

    [Fact]
    public void Apply_RemovalThatWasBrokenOff_IsFinished()
    {
        Directory.CreateDirectory(_state.Combine("trash", "half", "rest"));
        File.WriteAllText(_state.Combine("trash", "half", "rest", "model.pt"), "left");

        var plan = Sweep(Generous);

        Assert.Equal(RemovalReason.Unfinished, Assert.Single(plan.Removals).Reason);
        Assert.Empty(Directory.GetFileSystemEntries(_state.Combine("trash")));
    }

    [Fact]
    public void Apply_AnotherProcessWasQuicker_IsNoFailure()
    {
        Keep("old", 1, days: 40);
        var retention = Retention(Generous);
        var plan = retention.Plan();
        retention.Apply(plan);

        retention.Apply(plan);

        Assert.Empty(new KeptWeights(_state.Path).All());
    }

    [Fact]
    public void Plan_NothingThere_IsEmpty() => Assert.Empty(Retention(Generous).Plan().Removals);

    public void Dispose() => _state.Dispose();

    private static IEnumerable<string?> Names(string folder) => Directory.GetDirectories(folder).Select(Path.GetFileName).Order();

    private WeightRetention Retention(RetentionSettings settings) => new(_state.Path, settings, TimeProvider.System);

    private RetentionPlan Sweep(RetentionSettings settings)
    {
        var retention = Retention(settings);
        var plan = retention.Plan();
        retention.Apply(plan);
        return plan;
    }

    private void Keep(string task, int trial, int days)
    {
        Train(task, trial);
        new TaskFolders(_state.Path).PutAway(task);
        File.SetLastWriteTimeUtc(new KeptWeights(_state.Path).Find(new TrialKey(task, trial))!.Weights, (_now - TimeSpan.FromDays(days)).UtcDateTime);
    }

    private void Train(string task, int trial, bool hasWeights = true)
    {
        var folder = TrialFolder.Of(_state.Path, new TrialKey(task, trial));
        folder.Create();
        File.WriteAllBytes(hasWeights ? folder.Weights : folder.Checkpoint, new byte[Size]);
    }
}
