using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Pipeline.Experiments.Running;

/// <summary>
/// One worker of the daemon's for each run: a run that trains one network at a time takes the same way whatever goes on beside it.
/// </summary>
/// <param name="executor">All workers.</param>
/// <param name="free">Counts the free ones.</param>
internal sealed class SharedExecutor(ITrialExecutor executor, SemaphoreSlim free) : ITrialExecutor
{
    /// <inheritdoc/>
    public int Slots => 1;

    /// <inheritdoc/>
    public EngineInfo? Engine => executor.Engine;

    /// <inheritdoc/>
    public async Task<TrialResult> RunAsync(TrialRequest request, ITrialMonitor monitor, CancellationToken cancellation)
    {
        // A cancelled run still comes to the executor, which says so in its own words.
        var isFree = await WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await executor.RunAsync(request, monitor, cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (isFree)
            {
                free.Release();
            }
        }
    }

    /// <summary>The workers live on.</summary>
    /// <returns>At once.</returns>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        try
        {
            await free.WaitAsync(cancellation).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
