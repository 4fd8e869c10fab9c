using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Tests.Workers;

/// <summary>Answers with given decisions, then lets the trial go on.</summary>
internal sealed class ScriptedMonitor(params EpochDecision[] decisions) : ITrialMonitor
{
    private readonly Queue<EpochDecision> _decisions = new(decisions);

    /// <summary>The epochs that it was asked about.</summary>
    public List<int> Epochs { get; } = [];

    /// <summary>How long it takes to answer.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What happens when it is asked.</summary>
    public Action After { get; init; } = () => { };

    public async ValueTask<EpochDecision> AfterEpochAsync(EpochMetrics metrics)
    {
        Epochs.Add(metrics.Epoch);
        await Task.Delay(Delay);
        After();
        return _decisions.TryDequeue(out var decision) ? decision : EpochDecision.Continue;
    }
}
