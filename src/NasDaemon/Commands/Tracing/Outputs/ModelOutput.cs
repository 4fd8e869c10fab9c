using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Commands.Tracing.Outputs;

/// <summary>
/// A network with its first weights as TorchScript. The engine writes it in a process of its own, so that no network takes the command down with it.
/// </summary>
/// <param name="target">Where its files go.</param>
/// <param name="seed">The seed of the weights.</param>
internal sealed class ModelOutput(OutputTarget target, long seed) : INetworkOutput
{
    private static readonly ComponentSelection Engine = new("libtorch", OptionValues.None);

    private readonly NetworkExporter _exporter = new(
        new WorkerSettings(),
        WorkerExecutable.ForTrials(["--home", AppContext.BaseDirectory]),
        TimeProvider.System);

    /// <inheritdoc/>
    public string Kind => "export";

    /// <inheritdoc/>
    public OutputTarget Target => target;

    /// <inheritdoc/>
    public Task<Failure?> WriteAsync(TraceOutcome outcome, string path, CancellationToken cancellation) =>
        _exporter.ExportAsync(new ExportRequest(outcome.Architecture!, Engine, seed, Path.GetFullPath(path)), cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _exporter.DisposeAsync();
}
