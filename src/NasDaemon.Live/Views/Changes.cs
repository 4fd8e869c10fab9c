using System.Collections.Immutable;
using NasDaemon.Pipeline.Outbox;

namespace NasDaemon.Live.Views;

/// <summary>What has changed since a page was told last.</summary>
/// <param name="Tasks">Tasks that are new or different.</param>
/// <param name="EndedCount">How many have ended.</param>
/// <param name="Trials">Trials that are new or different, by task.</param>
/// <param name="Progress">Where tasks stand that have moved.</param>
internal sealed record Changes(ImmutableArray<TaskRow> Tasks, int EndedCount, ImmutableArray<TrialChanges> Trials, ImmutableArray<TaskProgress> Progress)
{
    /// <summary>Whether nothing has changed.</summary>
    public bool IsEmpty => Tasks.IsEmpty && Trials.IsEmpty && Progress.IsEmpty;
}

/// <summary>What has changed in the trials of a task.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="TrialCount">How many trials it has.</param>
/// <param name="Trials">Trials that are new or different, by number.</param>
/// <param name="Epochs">New points of learning curves.</param>
internal sealed record TrialChanges(string Task, int TrialCount, ImmutableArray<TrialRow> Trials, ImmutableArray<EpochPoint> Epochs);
