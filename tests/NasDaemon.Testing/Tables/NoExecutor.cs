using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Testing.Tables;

/// <summary>Stands where trainings run in tasks that train nothing.</summary>
internal sealed class NoExecutor : ITrialExecutor
{
    public static NoExecutor Instance { get; } = new();

    public int Slots => 1;

    public EngineInfo? Engine => null;

    public Task<TrialResult> RunAsync(TrialRequest request, ITrialMonitor monitor, CancellationToken cancellation) =>
        throw new NotSupportedException("This task trains nothing.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
