using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;

namespace NasDaemon.Testing.Reports;

/// <summary>The sample report as if a language model had written its networks; the best of them was mended.</summary>
public static class WrittenReport
{
    private static readonly Failure Mismatch = new(FailureClass.ShapeMismatch, "mat1 and mat2 shapes cannot be multiplied (2x784 and 400x10)");

    public static TaskReport Create(string text = "in_features=400 → in_features=784")
    {
        var report = SampleReport.Create();
        var mend = new WritingStep(WritingStepKind.Mend, Mismatch with { Message = text }, text, Helped: true);
        var origin = new PromptOrigin(text, [1], text, text, 0.8)
        {
            Seed = 1234567,
            Supporting = 1,
            Writing = new WritingHistory(text, new TokenUsage(900, 700, 300, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)), 20, [mend], [text]),
        };
        var candidate = report.Candidates[1] with { Candidate = report.Candidates[1].Candidate with { Origin = origin } };
        var best = report.Best! with { Candidate = candidate };
        return report with
        {
            Best = best,
            Finalists = report.Finalists.SetItem(0, best),
            Trials = report.Trials.SetItem(1, report.Trials[1] with { Candidate = candidate }),
            Candidates = report.Candidates.SetItem(1, candidate),
            Funnel = report.Funnel with { Proposals = [Plain(text), Mended(text)] },
            Notes = [text],
        };
    }

    private static ProposalCounts Plain(string strategy) => new(strategy, 0, 32, 31, 30, 28, 2, 2, 2, 2, 2, 2)
    {
        Failures = ImmutableSortedDictionary<FailureClass, int>.Empty.Add(FailureClass.ShapeMismatch, 20).Add(FailureClass.NoCode, 1),
        TrainingSeconds = 61,
        Writing = new WritingCounts(9_000, 8_000, 10_240, 0, 102.4, 2, ImmutableSortedDictionary<WritingStepKind, StepCounts>.Empty),
    };

    private static ProposalCounts Mended(string strategy) => new(strategy, 1, 32, 32, 32, 32, 29, 28, 24, 23, 20, 19)
    {
        Failures = ImmutableSortedDictionary<FailureClass, int>.Empty.Add(FailureClass.ShapeMismatch, 3),
        TrainingSeconds = 610,
        Writing = new WritingCounts(30_000, 28_000, 25_000, 1_200, 250, 17, ImmutableSortedDictionary<WritingStepKind, StepCounts>.Empty
            .Add(WritingStepKind.Mend, new StepCounts(14, 12, 11))
            .Add(WritingStepKind.Repair, new StepCounts(4, 1, 1))),
    };
}
