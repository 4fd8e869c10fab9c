using System.Diagnostics;
using NasDaemon.Pipeline.Processes;
using NasDaemon.Pipeline.Workers.Protocol;

namespace NasDaemon.Pipeline.Workers.Processes;

/// <summary>A process that trains.</summary>
internal sealed class WorkerProcess : MessageProcess<WorkerCommand, WorkerMessage>
{
    private static readonly string[] ThreadVariables = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"];

    private WorkerProcess(Process process)
        : base(process)
    {
    }

    /// <summary>Starts a worker with one thread for every library that would otherwise take all cores.</summary>
    public static async Task<WorkerProcess> StartAsync(WorkerCommandLine commandLine, ProcessStarter starter)
    {
        var environment = ThreadVariables.Select(variable => KeyValuePair.Create(variable, "1")).Concat(commandLine.Environment);
        return new WorkerProcess(await StartAsync(commandLine.FileName, commandLine.Arguments, environment, starter).ConfigureAwait(false));
    }
}
