using System.Collections.Immutable;

namespace NasDaemon.Live.Views;

/// <summary>Everything that a page which begins to watch has to know.</summary>
/// <param name="Tasks">Every task that has not ended, and the newest of those that have.</param>
/// <param name="EndedCount">How many have ended.</param>
/// <param name="Details">The running tasks.</param>
internal sealed record World(ImmutableArray<TaskRow> Tasks, int EndedCount, ImmutableArray<TaskDetail> Details);
