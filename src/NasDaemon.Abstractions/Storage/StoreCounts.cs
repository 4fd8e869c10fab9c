using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Storage;

/// <summary>How much a store holds.</summary>
/// <param name="Tasks">Tasks by state; a state that none is in is absent.</param>
/// <param name="Trials">Trials of all tasks by state; a state that none is in is absent.</param>
public sealed record StoreCounts(ImmutableSortedDictionary<TaskState, long> Tasks, ImmutableSortedDictionary<TrialState, long> Trials);
