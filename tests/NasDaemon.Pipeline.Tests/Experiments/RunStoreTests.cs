using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Experiments.Running;
using NasDaemon.Pipeline.Tests.Searching;

namespace NasDaemon.Pipeline.Tests.Experiments;

public sealed class RunStoreTests : IDisposable
{
    private static readonly DateTimeOffset Begun = DateTimeOffset.UnixEpoch.AddDays(1);
    private readonly RunnerFixture _fixture = new();

    public RunStoreTests()
    {
        Add("earlier", 0.5, Begun.AddHours(-1));
        Add("compare/a/mnist/0", 0.9, Begun.AddHours(1));
        Add("compare/b/mnist/0", 0.8, Begun.AddHours(1));
        Add("later", 0.7, Begun.AddHours(2));
    }

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void BestTrials_ArchiveIsNotSeen_IsEmpty() => Assert.Empty(View(seesArchive: false).BestTrials("mnist", 10));

    [Fact]
    public void BestTrials_ArchiveIsSeen_HoldsWhatWasThereBeforeAndNoOtherRun() =>
        Assert.Equal("earlier", Assert.Single(View(seesArchive: true).BestTrials("mnist", 1)).Trial.Key.Task);

    [Fact]
    public void BestTrials_StepsAreKeptElsewhere_StillHoldsWhatWasThereBefore()
    {
        using var other = new RunnerFixture();
        using var run = new RunStore(other.Store, _fixture.Store, new RunView("compare", Begun, false, SeesArchive: true));

        Assert.Equal("earlier", Assert.Single(run.BestTrials(null, 5)).Trial.Key.Task);
        Assert.Empty(run.Trials("earlier"));
    }

    [Fact]
    public void FindTrained_ResultsAreShared_FindsThatOfAnotherRun()
    {
        Assert.NotNull(View(sharesResults: true).FindTrained("network of compare/a/mnist/0", "recipe"));
        Assert.Null(View(sharesResults: false).FindTrained("network of compare/a/mnist/0", "recipe"));
    }

    private RunStore View(bool sharesResults = false, bool seesArchive = false) => new(_fixture.Store, _fixture.Store, new RunView("compare", Begun, sharesResults, seesArchive));

    private void Add(string task, double accuracy, DateTimeOffset ended)
    {
        var source = $"source of {task}";
        var candidate = new CandidateRecord(
            task, 1, new Candidate(source, new SpaceOrigin("listed", [], new AnswerList([]))), CandidateState.Trial, source, $"network of {task}", SampleTasks.Network(2), null, null, null, ended);
        var trial = new TrialRecord(
            new TrialKey(task, 1), 1, TrialKind.Search, TrialState.Finished, "mnist", $"network of {task}", "recipe", "{}", new TrialScore(accuracy, 1, 3, 1, 10, 10), null, null, 1, ended, ended);
        _fixture.Store.Commit(new StoreChange
        {
            Tasks = [new TaskRecord(task, string.Empty, "x.yaml", TaskState.Done, 1, ended)],
            Candidates = [candidate],
            Trials = [trial],
        });
    }
}
