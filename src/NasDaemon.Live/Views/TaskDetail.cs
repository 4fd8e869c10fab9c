using System.Collections.Immutable;
using NasDaemon.Pipeline.Outbox;

namespace NasDaemon.Live.Views;

/// <summary>What is shown of one task: of many trials only the newest, and of the others points.</summary>
/// <param name="Task">The task.</param>
/// <param name="Progress">Where it stands; null where it does not run.</param>
/// <param name="TrialCount">How many trials it has.</param>
/// <param name="Trials">The newest trials, the newest first.</param>
/// <param name="Points">Points of its search trials, thinned out where there are very many; those that beat all before them are all there.</param>
/// <param name="Epochs">Learning curves of the newest trials.</param>
/// <param name="Files">What there is to look at in the outbox.</param>
internal sealed record TaskDetail(
    TaskRow Task,
    TaskProgress? Progress,
    int TrialCount,
    ImmutableArray<TrialRow> Trials,
    ImmutableArray<TrialPoint> Points,
    ImmutableArray<EpochPoint> Epochs,
    ImmutableArray<string> Files);
