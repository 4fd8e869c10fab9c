using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Reports.Text.Markdown.Sections;

namespace NasDaemon.Reports.Text.Markdown.Experiments;

/// <summary>How far the networks came that language models wrote, over all runs of an arm.</summary>
internal static class ArmWriting
{
    public static void Write(ExperimentReport report, MarkdownPage page)
    {
        var kinds = report.Runs
            .SelectMany(run => run.Proposals.Select(counts => (run.Arm, Counts: counts)))
            .GroupBy(written => (written.Arm, written.Counts.Strategy, written.Counts.Supporting), written => written.Counts)
            .ToList();
        var strategies = kinds.Select(kind => (kind.Key.Arm, kind.Key.Strategy)).Distinct().CountBy(pair => pair.Arm).ToDictionary();
        WritingSection.Write(
            kinds.ConvertAll(kind => (strategies[kind.Key.Arm] > 1 ? $"{kind.Key.Arm}: {kind.Key.Strategy}" : kind.Key.Arm, kind.Aggregate(Sum))),
            "A column for each arm, each of its strategies where it mixes several, and each number n of supporting networks in the prompt, over all runs.",
            page);
    }

    private static ProposalCounts Sum(ProposalCounts one, ProposalCounts other) => new(
        one.Strategy,
        one.Supporting,
        one.Attempted + other.Attempted,
        one.Answered + other.Answered,
        one.Extracted + other.Extracted,
        one.Parsed + other.Parsed,
        one.Traced + other.Traced,
        one.WithinConstraints + other.WithinConstraints,
        one.NewSources + other.NewSources,
        one.NewGraphs + other.NewGraphs,
        one.Trained + other.Trained,
        one.Finished + other.Finished)
    {
        Failures = Sum(one.Failures, other.Failures, (left, right) => left + right),
        TrainingSeconds = one.TrainingSeconds + other.TrainingSeconds,
        Writing = one.Writing is { } left && other.Writing is { } right ? Sum(left, right) : one.Writing ?? other.Writing,
    };

    private static WritingCounts Sum(WritingCounts one, WritingCounts other) => new(
        one.PromptTokens + other.PromptTokens,
        one.ReusedTokens + other.ReusedTokens,
        one.GeneratedTokens + other.GeneratedTokens,
        one.DiscardedTokens + other.DiscardedTokens,
        one.Seconds + other.Seconds,
        one.Unaided + other.Unaided,
        Sum(one.Steps, other.Steps, (left, right) => new StepCounts(left.Tried + right.Tried, left.Won + right.Won, left.Networks + right.Networks)));

    private static ImmutableSortedDictionary<TKey, TValue> Sum<TKey, TValue>(
        ImmutableSortedDictionary<TKey, TValue> one, ImmutableSortedDictionary<TKey, TValue> other, Func<TValue, TValue, TValue> add)
        where TKey : notnull =>
        other.Aggregate(one, (sum, pair) => sum.SetItem(pair.Key, sum.TryGetValue(pair.Key, out var known) ? add(known, pair.Value) : pair.Value));
}
