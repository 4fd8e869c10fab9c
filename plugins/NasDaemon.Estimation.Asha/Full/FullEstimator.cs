using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Estimation.Asha.Full;

/// <summary>Trains every network to the end of the recipe. It has no state.</summary>
internal sealed class FullEstimator(int epochs) : IPerformanceEstimator
{
    public ScreenDecision Screen(int number, Candidate candidate, Architecture architecture) => new TrainDecision(new Fidelity(epochs));

    public EpochDecision AfterEpoch(int number, EpochMetrics metrics) => EpochDecision.Continue;

    public WorkDecision NextWork(IReadOnlyList<int> paused, bool mayStartNew) => (paused, mayStartNew) switch
    {
        ([var first, ..], _) => new ResumeDecision(first),
        (_, true) => new StartNewDecision(),
        _ => new FinishDecision(),
    };

    public void Forget(int number)
    {
        // Nothing is remembered of a trial.
    }

    public string Snapshot() => "{}";

    public void Restore(string snapshot)
    {
        // There is nothing to restore.
    }
}
