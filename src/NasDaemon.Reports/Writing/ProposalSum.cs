using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;

namespace NasDaemon.Reports.Writing;

/// <summary>Adds up how far candidates came.</summary>
internal static class ProposalSum
{
    /// <summary>Two counts together.</summary>
    /// <param name="one">A count.</param>
    /// <param name="other">Another.</param>
    /// <returns>Their sum, under the name of the first.</returns>
    public static ProposalCounts Of(ProposalCounts one, ProposalCounts other) => new(
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
