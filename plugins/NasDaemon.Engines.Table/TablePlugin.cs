using NasDaemon.Abstractions.Plugins;
using NasDaemon.Engines.Table.Cells;
using NasDaemon.Engines.Table.Macro;

namespace NasDaemon.Engines.Table;

/// <summary>Brings the tables <c>nas-bench-201</c> and <c>nas-bench-macro</c>, and the data set that only tables know.</summary>
public sealed class TablePlugin : IPlugin
{
    /// <inheritdoc/>
    public string Summary => "Answers trainings from published tables, to compare strategies in seconds.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddTable(CellTableFormat.Description, context => new PublishedTable(context, new CellTableFormat()));
        registry.AddTable(MacroTableFormat.Description, context => new PublishedTable(context, new MacroTableFormat()));
        registry.AddDatasets(
            new ComponentDescription("tabulated", "Data sets whose samples nobody may pass on, for tables of trainings."),
            _ => new TabulatedDatasets());
    }
}
