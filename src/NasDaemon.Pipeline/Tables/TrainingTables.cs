using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Pipeline.Tables;

/// <summary>Makes the tables that tasks name in place of an engine, each once: reading one takes longer than searching in it.</summary>
/// <param name="catalogue">The components.</param>
/// <param name="folders">Where the daemon keeps things.</param>
/// <param name="time">The clock.</param>
/// <param name="logging">Makes loggers.</param>
public sealed class TrainingTables(ComponentCatalogue catalogue, DaemonFolders folders, TimeProvider time, ILoggerFactory logging)
{
    private readonly ConcurrentDictionary<ComponentSelection, ITrainingTable> _tables = [];

    /// <summary>Finds the table that a task names.</summary>
    /// <param name="engine">What it names as its engine.</param>
    /// <returns>The table; null where it names an engine that trains.</returns>
    public ITrainingTable? Find(ComponentSelection engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return catalogue.Engines.Find(engine.Name) is null && catalogue.Tables.Find(engine.Name) is { } table
            ? _tables.GetOrAdd(engine, selection => table.Create(new ComponentContext(selection.Options, folders, time, logging)))
            : null;
    }
}
