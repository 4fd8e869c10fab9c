using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Abstractions.Storage;

namespace NasDaemon.Pipeline.Experiments;

/// <summary>What came of a run of an experiment, as the store keeps it: one record, written in the same transaction as the run's end.</summary>
public static class StoredRun
{
    private const string Component = "result";

    /// <summary>Reads it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="run">The run's id.</param>
    /// <returns>What came of it; null where it has not ended.</returns>
    public static ExperimentRunReport? Read(ITrialStore store, string run)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Snapshot(run, Component) is { } result ? RecordJson.Read<ExperimentRunReport>(result) : null;
    }

    /// <summary>Makes the record.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="result">What came of it.</param>
    /// <returns>The record.</returns>
    public static SnapshotRecord Write(string run, ExperimentRunReport result) => new(run, Component, RecordJson.Write(result));
}
