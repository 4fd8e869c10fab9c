using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Workers;

/// <summary>What a worker does at the moment.</summary>
/// <param name="Process">Its process id.</param>
/// <param name="Trial">The trial that it has; null where it waits for one.</param>
/// <param name="Since">When it began so.</param>
/// <param name="OwnBytes">The memory that it has of its own, without mapped data sets; null where the process is gone.</param>
public sealed record WorkerActivity(int Process, TrialKey? Trial, DateTimeOffset Since, long? OwnBytes);
