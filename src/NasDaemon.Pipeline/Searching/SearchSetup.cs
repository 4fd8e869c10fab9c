using NasDaemon.Abstractions.Estimation;
using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Abstractions.Training;
using NasDaemon.Architectures.Tracing;
using NasDaemon.Pipeline.Tables;

namespace NasDaemon.Pipeline.Searching;

/// <summary>The parts that work on one task.</summary>
/// <param name="Task">What is asked.</param>
/// <param name="Shape">What the task's networks read and return.</param>
/// <param name="Strategy">Proposes candidates.</param>
/// <param name="Estimator">Decides how much training each gets.</param>
/// <param name="Tracer">Turns candidates into architectures.</param>
/// <param name="Store">Keeps every step.</param>
/// <param name="Executor">Runs trials.</param>
/// <param name="StateFolder">Where the trials' folders lie.</param>
/// <param name="Time">The clock.</param>
public sealed record SearchSetup(
    SearchTask Task,
    NetworkShape Shape,
    ISearchStrategy Strategy,
    IPerformanceEstimator Estimator,
    ArchitectureTracer Tracer,
    ITrialStore Store,
    ITrialExecutor Executor,
    string StateFolder,
    TimeProvider Time)
{
    /// <summary>What is noted for the report by others than the task's loop.</summary>
    public TaskNotes Notes { get; init; } = new();

    /// <summary>The table that answers the task's trainings; null where networks are trained.</summary>
    public ITrainingTable? Table { get; private init; }

    /// <summary>The same, with a table in place of the executor, and a clock that moves on by the time that its trainings took.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The parts.</returns>
    public SearchSetup On(ITrainingTable table)
    {
        var clock = new SimulatedClock(Time);
        return this with { Executor = new TableTrialExecutor(table, clock), Time = clock, Table = table };
    }
}
