using System.Collections.Immutable;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Trials;

/// <summary>What a worker writes down before it reports a trial's end: who finds it need not run the trial again.</summary>
/// <param name="Result">How the trial ended.</param>
/// <param name="Epochs">The figures of every epoch.</param>
/// <param name="Engine">What trained.</param>
public sealed record RecordedResult(TrialResult Result, ImmutableArray<EpochMetrics> Epochs, EngineInfo Engine);
