using NasDaemon.Abstractions.Training;

namespace NasDaemon.Abstractions.Storage;

/// <summary>The figures of one epoch of a trial as they are stored.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Metrics">The figures.</param>
public sealed record EpochRecord(TrialKey Trial, EpochMetrics Metrics);

/// <summary>The state of a component as it is stored.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Component">Whose state: <c>strategy</c>, <c>estimator</c>, or <c>runner</c> for the task's own.</param>
/// <param name="State">The snapshot.</param>
public sealed record SnapshotRecord(string Task, string Component, string State);
