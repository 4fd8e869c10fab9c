using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Storage;
using static NasDaemon.Testing.Contracts.StoredRecords;

namespace NasDaemon.Testing.Contracts;

/// <summary>What every store must do. A store's tests derive from it.</summary>
public abstract class TrialStoreContract
{
    /// <summary>Opens the store of this test; a second call, after the first store was closed, opens it again.</summary>
    /// <returns>The store.</returns>
    protected abstract ITrialStore Open();

    [Fact]
    public void Commit_EveryKindOfRecord_IsReadBackWhole()
    {
        using var store = Open();
        store.Commit(new StoreChange
        {
            Tasks = [Task("a")],
            Candidates = [Candidate("a", 1), Refused("a", 2)],
            Trials = [Trial("a", 1)],
            Epochs = [Epoch("a", 1, 1)],
            Snapshots = [new SnapshotRecord("a", "strategy", "{\"n\":1}")],
        });

        Assert.Equal(Task("a"), store.Task("a"));
        AssertSame([Candidate("a", 1), Refused("a", 2)], store.Candidates("a"));
        AssertSame([Trial("a", 1)], store.Trials("a"));
        AssertSame([Epoch("a", 1, 1)], store.Epochs(new TrialKey("a", 1)));
        Assert.Equal("{\"n\":1}", store.Snapshot("a", "strategy"));
    }

    [Fact]
    public void Look_ForWhatIsNotThere_IsNullOrEmpty()
    {
        using var store = Open();

        Assert.Null(store.Task("a"));
        Assert.Empty(store.Tasks());
        Assert.Empty(store.Candidates("a"));
        Assert.Empty(store.Trials("a"));
        Assert.Empty(store.Epochs(new TrialKey("a", 1)));
        Assert.Null(store.Snapshot("a", "strategy"));
        Assert.Null(store.FindTrained("g", "r"));
        Assert.Null(store.FindSource("s"));
        Assert.Empty(store.BestTrials(null, 10));
    }

    [Fact]
    public void Counts_RecordsThatChangeTheirState_AreCountedOnceInTheStateThatTheyAreIn()
    {
        using var store = Open();
        store.Commit(new StoreChange
        {
            Tasks = [Task("a"), Task("b") with { State = TaskState.Done }, Task("c") with { State = TaskState.Done }],
            Trials = [Trial("a", 1) with { State = TrialState.Running }, Trial("a", 2) with { State = TrialState.Running }, Trial("b", 1) with { State = TrialState.Failed }],
        });
        store.Commit(new StoreChange { Trials = [Trial("a", 1) with { State = TrialState.Finished }] });

        var counts = store.Counts();

        Assert.Equal([(Task("a").State, 1), (TaskState.Done, 2)], counts.Tasks.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([(TrialState.Running, 1), (TrialState.Finished, 1), (TrialState.Failed, 1)], counts.Trials.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Commit_KnownKey_ReplacesTheRecord()
    {
        using var store = Open();
        store.Commit(new StoreChange
        {
            Tasks = [Task("a")],
            Candidates = [Candidate("a", 1)],
            Trials = [Trial("a", 1, 0.5)],
            Epochs = [Epoch("a", 1, 1)],
            Snapshots = [new SnapshotRecord("a", "strategy", "old")],
        });
        var task = Task("a") with { State = TaskState.Done, Ended = null, Message = null };
        store.Commit(new StoreChange
        {
            Tasks = [task],
            Candidates = [Refused("a", 1)],
            Trials = [Trial("a", 1, 0.9)],
            Epochs = [Epoch("a", 1, 1)],
            Snapshots = [new SnapshotRecord("a", "strategy", "new")],
        });

        Assert.Equal(task, Assert.Single(store.Tasks()));
        AssertSame([Refused("a", 1)], store.Candidates("a"));
        AssertSame([Trial("a", 1, 0.9)], store.Trials("a"));
        Assert.Single(store.Epochs(new TrialKey("a", 1)));
        Assert.Equal("new", store.Snapshot("a", "strategy"));
    }

    [Fact]
    public void Commit_ThenReopen_EverythingIsThere()
    {
        using (var store = Open())
        {
            store.Commit(new StoreChange { Tasks = [Task("a")], Trials = [Trial("a", 1)] });
        }

        using var reopened = Open();
        Assert.Equal(Task("a"), reopened.Task("a"));
        AssertSame([Trial("a", 1)], reopened.Trials("a"));
    }

    [Fact]
    public void Commit_OneRecordCannotBeWritten_NothingIsWritten()
    {
        using var store = Open();

        Assert.ThrowsAny<Exception>(() => store.Commit(new StoreChange { Tasks = [Task("a")], Snapshots = [new SnapshotRecord("a", "strategy", null!)] }));

        Assert.Empty(store.Tasks());
        store.Commit(new StoreChange { Tasks = [Task("a")] });
        Assert.Single(store.Tasks());
    }

    [Fact]
    public void Tasks_OfOneState_ComeOldestFirst()
    {
        using var store = Open();
        store.Commit(new StoreChange { Tasks = [Task("z"), Task("b", TaskState.Done)] });
        store.Commit(new StoreChange { Tasks = [Task("a")] });
        store.Commit(new StoreChange { Tasks = [Task("z")] });

        Assert.Equal(["z", "a"], store.Tasks(TaskState.Searching).Select(task => task.Id));
        Assert.Equal(["z", "b", "a"], store.Tasks().Select(task => task.Id));
    }

    [Fact]
    public void CandidatesAndTrials_ComeInTheOrderOfTheirNumbers()
    {
        using var store = Open();
        store.Commit(new StoreChange
        {
            Candidates = [Candidate("a", 10), Candidate("a", 9), Candidate("b", 1)],
            Trials = [Trial("a", 10), Trial("a", 9), Trial("b", 1)],
            Epochs = [Epoch("a", 9, 10), Epoch("a", 9, 2), Epoch("b", 9, 1)],
        });

        Assert.Equal([9, 10], store.Candidates("a").Select(candidate => candidate.Number));
        Assert.Equal([9, 10], store.Trials("a").Select(trial => trial.Key.Number));
        Assert.Equal([2, 10], store.Epochs(new TrialKey("a", 9)).Select(epoch => epoch.Metrics.Epoch));
    }

    [Fact]
    public void FindTrained_SeveralTrials_PrefersFinishedThenMostEpochs()
    {
        using var store = Open();
        store.Commit(new StoreChange
        {
            Trials =
            [
                Trial("a", 1, state: TrialState.Stopped, epochs: 9),
                Trial("a", 2, state: TrialState.Running, epochs: 20),
                Trial("a", 3, state: TrialState.Finished) with { Kind = TrialKind.Final },
                Trial("a", 4, state: TrialState.Finished) with { Score = null },
                Trial("a", 5, state: TrialState.Finished) with { RecipeFingerprint = "other" },
            ],
        });

        Assert.Equal(1, store.FindTrained("g", "r")?.Key.Number);

        store.Commit(new StoreChange { Trials = [Trial("b", 6, epochs: 2), Trial("b", 7, epochs: 3)] });

        Assert.Equal(new TrialKey("b", 7), store.FindTrained("g", "r")?.Key);
        Assert.Null(store.FindTrained("other", "r"));
    }

    [Fact]
    public void FindSource_SeveralCandidates_IsTheFirstThatWasTraced()
    {
        using var store = Open();
        store.Commit(new StoreChange { Candidates = [Refused("a", 1), Candidate("b", 2), Candidate("a", 3), Candidate("a", 4, "other")] });

        var found = store.FindSource("s");

        Assert.Equal(("b", 2), (found?.Task, found?.Number));
    }

    [Fact]
    public void BestTrials_OfADataset_ComeBestFirstAndLeaveOutReusedResults()
    {
        using var store = Open();
        store.Commit(new StoreChange
        {
            Candidates = [.. Enumerable.Range(1, 5).Select(number => Candidate("a", number))],
            Trials =
            [
                Trial("a", 1, 0.2),
                Trial("a", 2, 0.8, TrialState.Stopped),
                Trial("a", 3, 0.9) with { Dataset = "cifar10" },
                Trial("a", 4, 0.95) with { Starts = 0 },
                Trial("a", 5, 0.99, TrialState.Failed),
            ],
        });

        Assert.Equal([2, 1], store.BestTrials("mnist", 10).Select(pair => pair.Trial.Key.Number));
        Assert.Equal([3, 2], store.BestTrials(null, 2).Select(pair => pair.Candidate.Number));
    }

    [Fact]
    public async Task Read_WhileOthersWrite_SeesWholeCommitsOnly()
    {
        using var store = Open();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => System.Threading.Tasks.Task.Run(() =>
        {
            var reads = 0;
            while (!stop.IsCancellationRequested || reads == 0)
            {
                Assert.True(store.Trials("a").Count % 2 == 0, "Half of a commit was seen.");
                reads++;
            }

            return reads;
        })).ToArray();
        for (var number = 1; number <= 40; number += 2)
        {
            store.Commit(new StoreChange { Trials = [Trial("a", number), Trial("a", number + 1)] });
        }

        await stop.CancelAsync();

        Assert.All(await System.Threading.Tasks.Task.WhenAll(readers), reads => Assert.True(reads > 0));
        Assert.Equal(40, store.Trials("a").Count);
    }

    private static void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> actual) =>
        Assert.Equal(expected.Select(RecordJson.Write), actual.Select(RecordJson.Write));
}
