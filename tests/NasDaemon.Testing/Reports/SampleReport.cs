using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Testing.Reports;

/// <summary>
/// A task with one of everything: candidates 1 to 4 are trained (the third is stopped early, the fourth diverges), the fifth repeats
/// the second, the sixth does not fit together.
/// </summary>
public static class SampleReport
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 22, 8, 30, 0, TimeSpan.Zero);

    public static TaskReport Create()
    {
        var candidates = Candidates();
        TrialReport[] trials =
        [
            Trial(candidates[0], 1, TrialState.Finished, new TrialScore(0.981, 0.0651, 3, 30.25, 61_706, 842_112), [0.95, 0.975, 0.981]),
            Trial(candidates[1], 2, TrialState.Finished, new TrialScore(0.9873, 0.0432, 3, 42.5, 121_930, 4_241_152), [0.97, 0.984, 0.9873]),
            Trial(candidates[2], 3, TrialState.Stopped, new TrialScore(0.91, 0.311, 1, 9.5, 7_850, 15_680), [0.91]),
            Trial(candidates[3], 4, TrialState.Failed, null, []),
        ];
        FinalistReport[] finalists =
        [
            Finalist(trials[1], 5, new Evaluation(0.9887, 0.0351, 10_000)),
            Finalist(trials[0], 6, new Evaluation(0.9829, 0.0544, 10_000)),
        ];
        return new TaskReport(
            "digits-2",
            SampleTask.Create(),
            "dataset: mnist\nseed: 7\n",
            finalists[0],
            [.. finalists],
            [.. trials],
            candidates,
            new FunnelReport(6, 5, 5, 0, 1, 0, 4, 2, 1, 1, Failures((FailureClass.ShapeMismatch, 1), (FailureClass.Diverged, 1)), 42.5),
            new MachineReport("0.1.0", ".NET 10.0.0", "Debian GNU/Linux 12", "AMD EPYC", 2, new EngineInfo("libtorch", "1.13.1", "cpu (AVX2)", "bfloat16 runs as float32 here.")),
            "All 4 trainings of the budget are used.",
            Begin,
            252.75);
    }

    /// <summary>The same task when no network could be trained.</summary>
    public static TaskReport Nothing()
    {
        var refused = Candidates()[5] with { Number = 1 };
        return Create() with
        {
            Best = null,
            Finalists = [],
            Trials = [],
            Candidates = [refused],
            Funnel = new FunnelReport(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, Failures((FailureClass.ShapeMismatch, 1)), 0),
            Machine = new MachineReport("0.1.0", ".NET 10.0.0", "Debian GNU/Linux 12", "AMD EPYC", 2, null),
            EndReason = "The strategy has nothing left to propose.",
            Seconds = 0.4,
        };
    }

    /// <summary>The finished report with a text in every place where text comes from outside.</summary>
    public static TaskReport With(string text)
    {
        var report = Create();
        var failure = new Failure(FailureClass.Crashed, text, 3, 4, text, text);
        var origin = new SpaceOrigin(text, [1], new AnswerList([new Answer(text, 0, [text])]));
        var candidate = report.Candidates[1] with { Candidate = new Candidate(text, origin), Failure = failure };
        var trials = report.Trials.SetItem(1, report.Trials[1] with { Candidate = candidate, Trial = report.Trials[1].Trial with { Failure = failure } });
        var best = report.Best! with { Candidate = candidate };
        return report with
        {
            Task = report.Task with
            {
                Request = text,
                Dataset = report.Task.Dataset with { Name = text, Classes = [text, text] },
                Space = report.Task.Space with { Name = text },
                Strategy = report.Task.Strategy with { Name = text },
                Estimator = report.Task.Estimator with { Name = text },
            },
            Yaml = text,
            Best = best,
            Finalists = report.Finalists.SetItem(0, best),
            Trials = trials,
            Candidates = report.Candidates.SetItem(1, candidate),
            Funnel = report.Funnel with { Failures = Failures((FailureClass.Crashed, 1)) },
            Machine = new MachineReport(text, text, text, text, 2, new EngineInfo(text, text, text, text)),
            EndReason = text,
        };
    }

    private static ImmutableArray<CandidateRecord> Candidates() =>
    [
        Candidate(1, CandidateState.Trial, []),
        Candidate(2, CandidateState.Trial, [1]),
        Candidate(3, CandidateState.Trial, [1]),
        Candidate(4, CandidateState.Trial, [1, 2]),
        Candidate(5, CandidateState.Duplicate, [2]) with { DuplicateOf = new TrialKey("digits-2", 2), DuplicateLevel = FingerprintLevel.Graph },
        Candidate(6, CandidateState.Refused, [2]) with
        {
            GraphFingerprint = null,
            Architecture = null,
            Failure = new Failure(
                FailureClass.ShapeMismatch,
                "mat1 and mat2 shapes cannot be multiplied (2x784 and 400x10)",
                Line: 9,
                Hint: "in_features must be 784",
                ModulePath: "classifier.0"),
        },
    ];

    private static CandidateRecord Candidate(int number, CandidateState state, ImmutableArray<int> parents) => new(
        "digits-2",
        number,
        new Candidate(
            $"class Net(nn.Module):  # {number}\n    pass\n",
            new SpaceOrigin("evolution", parents, new AnswerList([new Answer("stem/width", number % 2, ["16", "32"]), new Answer("head", 0, ["linear"])]))),
        state,
        $"{number:x32}",
        $"{number + 16:x32}",
        Network(),
        null,
        null,
        null,
        Begin);

    private static Architecture Network() => new(
        [new TensorType([Dimension.Batch, 4])],
        [],
        new InputArgument(0),
        new TensorType([Dimension.Batch, 4]),
        [new StateEntry("weight", [10, 4], ElementType.Float32, true, true, true, new ConstantInitialisation(0))],
        ImmutableSortedDictionary<string, string>.Empty);

    private static TrialReport Trial(CandidateRecord candidate, int number, TrialState state, TrialScore? score, double[] accuracies) => new(
        new TrialRecord(
            new TrialKey("digits-2", number),
            candidate.Number,
            TrialKind.Search,
            state,
            "mnist",
            candidate.GraphFingerprint!,
            $"{99:x32}",
            "{}",
            score,
            null,
            state == TrialState.Failed ? new Failure(FailureClass.Diverged, "The training loss became NaN in epoch 1.") : null,
            1,
            Begin,
            Begin.AddMinutes(number)),
        candidate,
        [.. accuracies.Select((accuracy, index) => new EpochMetrics(index + 1, 0.5 / (index + 1), new Evaluation(accuracy, 1 - accuracy, 6_000), 10))]);

    private static FinalistReport Finalist(TrialReport search, int number, Evaluation test) => new(
        search.Candidate,
        search.Trial,
        search.Trial with { Key = search.Trial.Key with { Number = number }, Kind = TrialKind.Final, Score = null, Test = test },
        test,
        "trials/" + number)
    {
        Epochs = [new EpochMetrics(1, 0.4, null, 12), new EpochMetrics(2, 0.2, null, 12), new EpochMetrics(3, 0.1, null, 12.5)],
    };

    private static ImmutableSortedDictionary<FailureClass, int> Failures(params (FailureClass Class, int Count)[] failures) =>
        failures.ToImmutableSortedDictionary(failure => failure.Class, failure => failure.Count);
}
