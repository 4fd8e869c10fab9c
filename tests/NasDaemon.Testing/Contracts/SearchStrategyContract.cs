using System.Text.Json;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Testing.Contracts;

/// <summary>What every search strategy must do. A strategy's tests derive from it.</summary>
public abstract class SearchStrategyContract
{
    private const int Candidates = 60;

    /// <summary>Makes a strategy in its first state.</summary>
    /// <param name="seed">The task's seed.</param>
    /// <returns>The strategy.</returns>
    protected abstract ISearchStrategy Create(int seed);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Search_WholeBudget_ProposesWithoutEnd(int workers)
    {
        var play = new StrategyPlay(workers, Train);

        await play.RunAsync(Always(Create(1)), Candidates);

        Assert.Equal(Candidates, play.Proposed.Count);
        Assert.All(play.Proposed, candidate => Assert.Contains("class Net(nn.Module)", candidate.Source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_SameSeed_ProposesTheSame()
    {
        var (first, second) = (new StrategyPlay(3, Mix), new StrategyPlay(3, Mix));

        await first.RunAsync(Always(Create(7)), Candidates);
        await second.RunAsync(Always(Create(7)), Candidates);

        Assert.Equal(Describe(first), Describe(second));
    }

    [Fact]
    public async Task Search_OtherSeed_ProposesSomethingElse()
    {
        var (first, second) = (new StrategyPlay(1, Train), new StrategyPlay(1, Train));

        await first.RunAsync(Always(Create(7)), Candidates);
        await second.RunAsync(Always(Create(8)), Candidates);

        Assert.NotEqual(Describe(first), Describe(second));
    }

    [Fact]
    public async Task Search_RestoredFromItsSnapshotBeforeEveryCall_ProposesTheSame()
    {
        var (undisturbed, restored) = (new StrategyPlay(3, Mix), new StrategyPlay(3, Mix));
        await undisturbed.RunAsync(Always(Create(7)), Candidates);

        var current = Create(7);
        await restored.RunAsync(
            () =>
            {
                var snapshot = current.Snapshot();
                current = Create(7);
                current.Restore(snapshot);
                return current;
            },
            Candidates);

        Assert.Equal(Describe(undisturbed), Describe(restored));
    }

    [Fact]
    public async Task Search_EveryKindOfOutcome_GoesOn()
    {
        var play = new StrategyPlay(2, Mix);

        await play.RunAsync(Always(Create(3)), Candidates);

        Assert.Equal(Candidates, play.Proposed.Count);
    }

    [Fact]
    public async Task Search_NothingIsEverAccepted_GoesOnOrSaysThatItIsExhausted()
    {
        var strategy = Create(3);
        var play = new StrategyPlay(1, (_, _) => Outcomes.Refused);

        await play.RunAsync(Always(strategy), 5000);

        Assert.True(play.Proposed.Count == 5000 || (await strategy.ProposeAsync(1, CancellationToken.None)).IsExhausted);
    }

    [Fact]
    public async Task Search_Parents_AreEarlierCandidates()
    {
        var play = new StrategyPlay(3, Train);

        await play.RunAsync(Always(Create(5)), Candidates);

        Assert.All(play.Proposed.Index(), pair => Assert.All(pair.Item.Origin.Parents, parent => Assert.InRange(parent, 1, pair.Index)));
    }

    [Fact]
    public async Task Snapshot_AtAnyTime_IsJson()
    {
        var strategy = Create(2);
        JsonDocument.Parse(strategy.Snapshot()).Dispose();
        await new StrategyPlay(2, Mix).RunAsync(Always(strategy), Candidates);
        JsonDocument.Parse(strategy.Snapshot()).Dispose();
    }

    private static Func<ISearchStrategy> Always(ISearchStrategy strategy) => () => strategy;

    private static IEnumerable<(string Source, string Parents)> Describe(StrategyPlay play) =>
        play.Proposed.Select(candidate => (candidate.Source, string.Join(',', candidate.Origin.Parents)));

    private static TrainedOutcome Train(int number, Candidate candidate) => Outcomes.Trained((number * 37 % 101) / 101.0);

    private static Outcome Mix(int number, Candidate candidate) => (number % 7) switch
    {
        1 => Outcomes.Refused,
        2 => new DroppedOutcome("The predictor ranks it last."),
        3 => new DuplicateOutcome(FingerprintLevel.Graph, null, Outcomes.Score(0.5)),
        4 => new FailedOutcome(new Failure(FailureClass.Diverged, "The loss is not finite.")),
        _ => Train(number, candidate),
    };
}
