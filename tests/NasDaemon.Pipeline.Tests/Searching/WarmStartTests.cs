using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Archives;
using NasDaemon.Pipeline.Choices;
using NasDaemon.Pipeline.Randomness;
using NasDaemon.Pipeline.Searching;
using NasDaemon.Testing;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Pipeline.Tests.Searching;

public sealed class WarmStartTests
{
    private static readonly ISpaceSampler Space = new SpaceSampler(new WidthSpace(), new NetworkShape([1, 28, 28], 10));

    [Fact]
    public async Task Propose_EarlierTrials_ComeFirstBestFirstBuiltForThisTask()
    {
        var strategy = Create(3, [Trial("mnist", 4, 0.7), Trial("mnist", 8, 0.9), Trial("mnist", 2, 0.5), Trial("mnist", 16, 0.8)], out var inner);
        var play = new StrategyPlay(1, (number, _) => Outcomes.Trained(number / 10.0));

        await play.RunAsync(() => strategy, 5);

        Assert.Equal([8, 16, 4], play.Proposed.Take(3).Select(Width));
        Assert.Equal("listed", play.Proposed[0].Origin.Strategy);
        Assert.All(play.Proposed.Take(3), candidate => Assert.Contains("outputs 10", candidate.Source, StringComparison.Ordinal));
        Assert.Equal(["own 1", "own 2"], play.Proposed.Skip(3).Select(candidate => candidate.Source));
        Assert.Equal(["1: trained 1", "2: trained 1", "3: trained 1", "4: trained 1", "5: trained 1"], inner.Observed);
    }

    [Fact]
    public async Task Propose_NetworksOfAnotherSpace_AreLeftOut()
    {
        var foreign = Trial("mnist", 4, 0.7, name: "depth");

        var proposals = await Create(3, [foreign], out _).ProposeAsync(1, CancellationToken.None);

        Assert.Equal("own 1", Assert.Single(proposals.Candidates).Source);
    }

    [Fact]
    public async Task Restore_InTheMiddle_GoesOnWithTheNext()
    {
        ArchivedTrial[] trials = [Trial("mnist", 4, 0.7), Trial("mnist", 8, 0.9)];
        var first = Create(2, trials, out _);
        await first.ProposeAsync(1, CancellationToken.None);
        var second = Create(2, trials, out _);

        second.Restore(first.Snapshot());
        var next = await second.ProposeAsync(1, CancellationToken.None);

        Assert.Equal(4, Width(Assert.Single(next.Candidates)));
    }

    [Fact]
    public void Write_ThenRead_GivesTheTrialsWithoutTheirGraphs()
    {
        using var folder = new TemporaryFolder();
        var trial = Trial("mnist", 4, 0.7);

        ArchiveFile.Write(folder.Combine("learnt.jsonl"), [trial, trial]);
        var read = ArchiveFile.Read(folder.Combine("learnt.jsonl"));

        Assert.Null(ArchiveFile.Problem(folder.Combine("learnt.jsonl")));
        Assert.Equal(2, read.Count);
        Assert.Equal(trial.Trial, read[0].Trial);
        Assert.Null(read[0].Candidate.Architecture);
    }

    [Theory]
    [InlineData("learnt.jsonl", "it is no whole path")]
    [InlineData("/nowhere/learnt.jsonl", "it cannot be read: No such file or directory")]
    public void Problem_PathThatNamesNoFile_IsSaid(string path, string problem) => Assert.Equal(problem, ArchiveFile.Problem(path));

    [Fact]
    public void Problem_FileOfAnotherKind_NamesTheLine()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("other.jsonl"), "{\"a\": 1}\n");

        Assert.StartsWith("it is no exported archive: line 1 of other.jsonl", ArchiveFile.Problem(folder.Combine("other.jsonl")), StringComparison.Ordinal);
    }

    private static WarmStart Create(int count, ArchivedTrial[] earlier, out ListedStrategy inner)
    {
        inner = new ListedStrategy("own 1", "own 2", "own 3");
        var context = StrategyContexts.Create(new ComponentSelection("listed", NasDaemon.Abstractions.Plugins.OptionValues.None), Space, new RandomStreams(1));
        return new WarmStart(inner, context with { Archive = new Archive(earlier) }, count);
    }

    private static int Width(Candidate candidate) => int.Parse(((SpaceOrigin)candidate.Origin).Answers.Answers[0].Text, System.Globalization.CultureInfo.InvariantCulture);

    private static ArchivedTrial Trial(string dataset, int width, double accuracy, string name = "width")
    {
        var answers = new AnswerList([new Answer(name, 0, [width.ToString(System.Globalization.CultureInfo.InvariantCulture)])]);
        var candidate = StoredRecords.Candidate("earlier", width) with { Candidate = new Candidate("old", new SpaceOrigin("random", [], answers)) };
        var trial = StoredRecords.Trial("earlier", width) with { Dataset = dataset, Score = new TrialScore(accuracy, 0, 1, 1, 1, 1) };
        return new ArchivedTrial(candidate, trial);
    }

    private sealed class WidthSpace : ISearchSpace
    {
        public string Build(IChoices choices, NetworkShape shape) => $"width {choices.Integer("width", 2, 16, 2)}, outputs {shape.Outputs}";
    }

    private sealed class Archive(ArchivedTrial[] earlier) : IArchive
    {
        public IReadOnlyList<ArchivedTrial> Best(string? dataset, int limit) => [];

        public IReadOnlyList<ArchivedTrial> Earlier(int limit) => [.. earlier.OrderByDescending(trial => trial.Trial.Score!.ValidationAccuracy)];
    }
}
