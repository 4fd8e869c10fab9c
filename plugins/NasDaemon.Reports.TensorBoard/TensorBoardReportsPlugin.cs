using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Reports.TensorBoard;

/// <summary>Brings the report writer <c>tensorboard</c>.</summary>
public sealed class TensorBoardReportsPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "The trials of a task as event files for TensorBoard (tensorboard/).";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddReport(
            new ComponentDescription("tensorboard", "tensorboard/: learning curves and hyper-parameters of the trials, as event files."),
            _ => new TensorBoardReportWriter());
    }
}
