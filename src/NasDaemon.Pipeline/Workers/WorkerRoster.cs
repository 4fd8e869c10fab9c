using System.Collections.Concurrent;
using System.Collections.Immutable;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Workers.Processes;

namespace NasDaemon.Pipeline.Workers;

/// <summary>Knows which workers there are and what each does, for those who watch.</summary>
internal sealed class WorkerRoster(TimeProvider time)
{
    private readonly ConcurrentDictionary<int, WorkerActivity> _workers = [];

    /// <summary>A worker begins a trial, or waits for one.</summary>
    public void Note(int process, TrialKey? trial) => _workers[process] = new WorkerActivity(process, trial, time.GetUtcNow(), OwnBytes: null);

    /// <summary>A worker is gone.</summary>
    public void Remove(int process) => _workers.TryRemove(process, out _);

    /// <summary>The workers in the order of their process ids, with the memory that they have now.</summary>
    public ImmutableArray<WorkerActivity> Now() =>
        [.. _workers.Values.OrderBy(worker => worker.Process).Select(worker => worker with { OwnBytes = ProcessMemory.OwnBytes(worker.Process) })];
}
