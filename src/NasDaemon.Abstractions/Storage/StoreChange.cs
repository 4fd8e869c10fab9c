using System.Collections.Immutable;

namespace NasDaemon.Abstractions.Storage;

/// <summary>Changes that belong together. A record whose key exists replaces the stored one.</summary>
public sealed record StoreChange
{
    /// <summary>New or changed tasks.</summary>
    public ImmutableArray<TaskRecord> Tasks { get; init; } = [];

    /// <summary>New or changed candidates.</summary>
    public ImmutableArray<CandidateRecord> Candidates { get; init; } = [];

    /// <summary>New or changed trials.</summary>
    public ImmutableArray<TrialRecord> Trials { get; init; } = [];

    /// <summary>New epochs.</summary>
    public ImmutableArray<EpochRecord> Epochs { get; init; } = [];

    /// <summary>New snapshots of components' states.</summary>
    public ImmutableArray<SnapshotRecord> Snapshots { get; init; } = [];
}
