using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Pipeline.Processes;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>Opens language models, each in a child process of its own. Its processes end with it, so it is disposed of after its models.</summary>
public sealed class ChildLanguageModelHost : ILanguageModelHost, IDisposable
{
    private readonly WorkerCommandLine _commandLine;
    private readonly TimeSpan _silence;
    private readonly TimeProvider _time;
    private readonly ILogger<ChildLanguageModelHost> _logger;
    private readonly Action<ModelRestart> _restarted;
    private readonly ProcessStarter _starter = new();

    /// <summary>Prepares to open models.</summary>
    /// <param name="commandLine">How a model's process is started.</param>
    /// <param name="silence">How long a process may neither answer nor compute while it is asked something.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told when a process is started and how it ends.</param>
    /// <param name="restarted">Told when a process was started again, from the thread of the request that did it.</param>
    public ChildLanguageModelHost(
        WorkerCommandLine commandLine, TimeSpan silence, TimeProvider time, ILogger<ChildLanguageModelHost> logger, Action<ModelRestart> restarted) =>
        (_commandLine, _silence, _time, _logger, _restarted) = (commandLine, silence, time, logger, restarted);

    /// <inheritdoc/>
    public async Task<ILanguageModel> StartAsync(NamedLanguageModel model, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        var supervisor = new ModelSupervisor(model, _commandLine, _starter, _silence, _time, _logger, _restarted);
        try
        {
            await supervisor.ConnectAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception)
        {
            await supervisor.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new ChildLanguageModel(supervisor);
    }

    /// <inheritdoc/>
    public void Dispose() => _starter.Dispose();
}
