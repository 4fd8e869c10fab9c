using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Pipeline.Searching.Reporting;

namespace NasDaemon.Pipeline.Tests.Searching.Reporting;

public sealed class ProposalCounterTests
{
    private readonly List<CandidateRecord> _candidates = [];

    [Fact]
    public void Count_OneCandidateLostAtEveryStage_EachStageIsOneLess()
    {
        Add("", graph: null, refusal: FailureClass.LanguageModel);
        Add("", graph: null, refusal: FailureClass.NoCode);
        Add("class Net(", graph: null, FailureClass.Syntax);
        Add("raise", graph: null, FailureClass.RaisedError);
        Add("too large", "a", FailureClass.ConstraintExceeded);
        Add("first", "b");
        Add("fir st", "b");
        Add("renamed", "b");
        Add("second", "c");

        var counts = Assert.Single(ProposalCounter.Count(_candidates, [Trial(6, TrialState.Finished), Trial(9, TrialState.Stopped)]));

        Assert.Equal((9, 8, 7, 6), (counts.Attempted, counts.Answered, counts.Extracted, counts.Parsed));
        Assert.Equal((5, 4, 3, 2), (counts.Traced, counts.WithinConstraints, counts.NewSources, counts.NewGraphs));
        Assert.Equal((2, 1), (counts.Trained, counts.Finished));
        Assert.Equal(1, counts.Failures[FailureClass.Syntax]);
        Assert.Equal(1, counts.Failures[FailureClass.NoCode]);
    }

    [Fact]
    public void Count_CopyOfWhatThePromptShowed_RunsButIsNotNew()
    {
        Add("x = 1\ny = 2", "a", prompt: "Here is one:\n```\nx = 1\n\n  y = 2\n```\nWrite a better one.");

        var counts = Assert.Single(ProposalCounter.Count(_candidates, []));

        Assert.Equal((1, 0, 0), (counts.WithinConstraints, counts.NewSources, counts.NewGraphs));
    }

    [Fact]
    public void Count_MendedNetworks_AreToldFromThoseThatTheModelGotRight()
    {
        Add("right", "a");
        Add("mended", "b", steps: [(WritingStepKind.Mend, true)]);
        Add("mended in vain", null, FailureClass.ShapeMismatch, steps: [(WritingStepKind.Mend, true), (WritingStepKind.Mend, false)]);
        Add("repaired", "c", steps: [(WritingStepKind.Repair, false), (WritingStepKind.Repair, true)]);
        Add("right in spite", "d", steps: [(WritingStepKind.Repair, false)]);

        var writing = Assert.Single(ProposalCounter.Count(_candidates, [])).Writing!;

        Assert.Equal(2, writing.Unaided);
        Assert.Equal((3, 2, 1), (writing.Steps[WritingStepKind.Mend].Tried, writing.Steps[WritingStepKind.Mend].Won, writing.Steps[WritingStepKind.Mend].Networks));
        Assert.Equal((3, 1, 1), (writing.Steps[WritingStepKind.Repair].Tried, writing.Steps[WritingStepKind.Repair].Won, writing.Steps[WritingStepKind.Repair].Networks));
        Assert.Equal((500, 250, 150, 20), (writing.PromptTokens, writing.ReusedTokens, writing.GeneratedTokens, writing.DiscardedTokens));
        Assert.Equal(15, writing.Seconds, 9);
    }

    [Fact]
    public void Count_SeveralStrategiesAndNumbers_AreKindsOfTheirOwnInOrder()
    {
        Add("one", "a", supporting: 3);
        Add("two", "b");
        Add("one", "a");
        _candidates.Add(Record("three", "c", null, new Candidate("three", new SpaceOrigin("evolution", [], new AnswerList([])))));

        var kinds = ProposalCounter.Count(_candidates, []);

        Assert.Equal([("evolution", null), ("few-shot", 1), ("few-shot", 3)], kinds.Select(kind => (kind.Strategy, kind.Supporting)));
        Assert.Equal([1, 1, 1], kinds.Select(kind => kind.NewGraphs));
        Assert.Null(kinds[0].Writing);
    }

    private static TrialRecord Trial(int candidate, TrialState state) => new(
        new TrialKey("task", candidate), candidate, TrialKind.Search, state, "mnist", "", "", "{}", null, null, null, 1, DateTimeOffset.UnixEpoch, null);

    private void Add(
        string source,
        string? graph,
        FailureClass? failure = null,
        FailureClass? refusal = null,
        string prompt = "",
        int supporting = 1,
        (WritingStepKind Kind, bool Helped)[]? steps = null)
    {
        var usage = new TokenUsage(100, 50, 30, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        var history = (steps ?? []).Select(step => new WritingStep(step.Kind, new Failure(FailureClass.ShapeMismatch, "x"), "", step.Helped));
        var origin = new PromptOrigin("few-shot", [], "model", prompt, 0.8)
        {
            Supporting = supporting,
            Writing = new WritingHistory(source, usage, 4, [.. history], []),
        };
        var candidate = new Candidate(source, origin) { Refusal = refusal is { } why ? new Failure(why, "no source") : null };
        _candidates.Add(Record(source, graph, failure, candidate));
    }

    private CandidateRecord Record(string source, string? graph, FailureClass? failure, Candidate candidate) => new(
        "task",
        _candidates.Count + 1,
        candidate,
        failure is null ? CandidateState.Trial : CandidateState.Refused,
        SourceFingerprint.Compute(source),
        graph,
        graph is null ? null : SampleTasks.Network(1),
        failure is { } why ? new Failure(why, "wrong") : null,
        null,
        null,
        DateTimeOffset.UnixEpoch);
}
