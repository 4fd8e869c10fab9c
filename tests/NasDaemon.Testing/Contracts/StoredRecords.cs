using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Testing.Contracts;

/// <summary>Records for tests of stores, with every field set that a store could lose.</summary>
public static class StoredRecords
{
    /// <summary>A moment with a fraction of a second.</summary>
    public static DateTimeOffset Moment { get; } = new(2025, 3, 4, 5, 6, 7, 891, TimeSpan.Zero);

    /// <summary>A small network: one linear layer.</summary>
    public static Architecture Network { get; } = new(
        [new TensorType([Dimension.Batch, 4])],
        [
            new GraphNode(
                "linear",
                [
                    new NamedArgument("input", new InputArgument(0)),
                    new NamedArgument("weight", new StateArgument("layer.weight")),
                    new NamedArgument("bias", new NoneArgument()),
                ],
                [new TensorType([Dimension.Batch, 3])],
                "layer",
                4,
                new OperatorCost(24, 3)),
        ],
        new ValueArgument(0),
        new TensorType([Dimension.Batch, 3]),
        [new StateEntry("layer.weight", [3, 4], ElementType.Float32, true, true, true, new UniformInitialisation(-0.5, 0.5))],
        System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("", "Net").Add("layer", "Linear"));

    /// <summary>A task.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="state">Where it stands.</param>
    /// <returns>The record.</returns>
    public static TaskRecord Task(string id, TaskState state = TaskState.Searching) =>
        new(id, "name: a\n", "a.yaml", state, 2, Moment, 1.5, Moment.AddHours(1), "said “so”");

    /// <summary>A traced candidate.</summary>
    /// <param name="task">Its task.</param>
    /// <param name="number">Its number.</param>
    /// <param name="source">Its source fingerprint.</param>
    /// <returns>The record.</returns>
    public static CandidateRecord Candidate(string task, int number, string source = "s") => new(
        task,
        number,
        new Candidate("class Net(nn.Module): ...", new SpaceOrigin("random", [1, 2], new AnswerList([new Answer("width", 1, ["8", "16"])])), 3),
        CandidateState.Trial,
        source,
        "g",
        Network,
        null,
        null,
        null,
        Moment);

    /// <summary>A refused candidate.</summary>
    /// <param name="task">Its task.</param>
    /// <param name="number">Its number.</param>
    /// <param name="source">Its source fingerprint.</param>
    /// <returns>The record.</returns>
    public static CandidateRecord Refused(string task, int number, string source = "s") => new(
        task,
        number,
        new Candidate("class", new PromptOrigin("few-shot", [], "model", "write", 0.5) { Seed = 5_000_000_000 }),
        CandidateState.Refused,
        source,
        null,
        null,
        new Failure(FailureClass.Syntax, "invalid syntax", 1, 6, "hint", "a.b"),
        new TrialKey("other", 7),
        FingerprintLevel.Graph,
        Moment);

    /// <summary>A trial that ended with a score.</summary>
    /// <param name="task">Its task.</param>
    /// <param name="number">Its number, and its candidate's.</param>
    /// <param name="accuracy">Its validation accuracy.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="epochs">How many epochs it had.</param>
    /// <returns>The record.</returns>
    public static TrialRecord Trial(string task, int number, double accuracy = 0.5, TrialState state = TrialState.Finished, int epochs = 3) => new(
        new TrialKey(task, number),
        number,
        TrialKind.Search,
        state,
        "mnist",
        "g",
        "r",
        "{}",
        new TrialScore(accuracy, 1.25, epochs, 12.5, 100, 200),
        new Evaluation(0.75, 0.5, 10),
        new Failure(FailureClass.Crashed, "gone"),
        2,
        Moment,
        Moment.AddMinutes(2));

    /// <summary>An epoch.</summary>
    /// <param name="task">Its task.</param>
    /// <param name="trial">Its trial.</param>
    /// <param name="epoch">Its number.</param>
    /// <returns>The record.</returns>
    public static EpochRecord Epoch(string task, int trial, int epoch) =>
        new(
        new TrialKey(task, trial),
        new EpochMetrics(epoch, double.NaN, new Evaluation(0.25, double.PositiveInfinity, 100), 0.125) { Steps = new StepLosses(3, 2, [2.303, 0.0417]) });
}
