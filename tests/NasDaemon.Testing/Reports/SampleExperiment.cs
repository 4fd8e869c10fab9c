using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Testing.Reports;

/// <summary>Two arms and the control on two data sets with two seeds; one run failed.</summary>
public static class SampleExperiment
{
    public static ExperimentReport Create(string arm = "few-shot") => new(
        "compare-2",
        "compare",
        "Which is better?",
        "kind: experiment\n",
        new ExperimentDesign(
            [
                new ExperimentArm(arm, [new ArmSetting("search.strategy.name", arm), new ArmSetting("search.strategy.n", "1")], false),
                new ExperimentArm("random", [new ArmSetting("search.strategy", "random")], true),
            ],
            [arm + "-set", "cifar10"],
            [0, 1],
            ExperimentMetric.Test,
            5,
            true),
        [
            Run(arm, arm + "-set", 0, 0.9, arm), Run(arm, "cifar10", 0, 0.6, arm), Run(arm, arm + "-set", 1, 0.92, arm),
            new ExperimentRunReport(arm, "cifar10", 1, null, null, null, null, 0, 0, 0, 3, string.Empty, arm),
            Run("random", "cifar10", 0, 0.5, null),
        ],
        [
            new ArmSummary(arm, null, ExperimentMetric.Test, 1, 0.755, null, null, null),
            new ArmSummary(arm, arm + "-set", ExperimentMetric.Test, 2, 0.91, 0.01414, 0.9, 0.92),
            new ArmSummary("random", null, ExperimentMetric.Test, 2, 0.5, 0.02, 0.48, 0.52),
            new ArmSummary("random", null, ExperimentMetric.Validation, 2, 0.52, 0.02, 0.5, 0.54),
        ],
        [
            new ArmComparison(arm, "random", null, 0.255, new ComparisonTest(4.5, 2.5, 0.00001, 0.00003), 3.2),
            new ArmComparison(arm, "random", arm + "-set", null, null, null),
        ],
        new MachineReport("0.1.0", ".NET 10.0.0", "Debian GNU/Linux 12", "AMD EPYC", 2, new EngineInfo("libtorch", "1.13.1", "cpu", "float32")),
        "Every run has ended.",
        new DateTimeOffset(2026, 11, 22, 8, 30, 0, TimeSpan.Zero))
    { Seconds = 90 };

    private static ExperimentRunReport Run(string arm, string dataset, int seed, double test, string? written) =>
        new(arm, dataset, seed, test - 0.02, test, null, 1_000, 5, 2, 9, 12.5, "All trainings of the budget were used.")
        {
            BestSoFar = [0.5, test - 0.02],
            Proposals = written is null ? [] : [Written(written)],
        };

    private static ProposalCounts Written(string strategy) => new(strategy, 1, 9, 9, 8, 8, 6, 6, 5, 5, 3, 3)
    {
        Failures = ImmutableSortedDictionary<FailureClass, int>.Empty.Add(FailureClass.NoCode, 1).Add(FailureClass.ShapeMismatch, 2),
        Writing = new WritingCounts(900, 800, 2_700, 100, 27, 4, ImmutableSortedDictionary<WritingStepKind, StepCounts>.Empty.Add(WritingStepKind.Mend, new StepCounts(3, 2, 2))),
    };
}
