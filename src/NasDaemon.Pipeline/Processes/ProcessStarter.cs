using System.Collections.Concurrent;
using System.Diagnostics;

namespace NasDaemon.Pipeline.Processes;

/// <summary>
/// Starts processes on one thread of its own. A worker asks the kernel to be killed with its parent, and the kernel takes the
/// thread that started it for the parent: a thread of the pool may end while the daemon goes on.
/// </summary>
internal sealed class ProcessStarter : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> _queue = [];

    public ProcessStarter() => new Thread(Serve) { IsBackground = true, Name = "worker starter" }.Start();

    /// <summary>Starts a process.</summary>
    public Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Add((start, started));
        return started.Task;
    }

    public void Dispose() => _queue.CompleteAdding();

    private void Serve()
    {
        foreach (var (start, started) in _queue.GetConsumingEnumerable())
        {
            var process = new Process { StartInfo = start };
            try
            {
                process.Start();
                started.SetResult(process);
            }
            catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
            {
                process.Dispose();
                started.SetException(exception);
            }
        }
    }
}
