using NasDaemon.Abstractions.Execution;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.Pipeline.Searching;

namespace NasDaemon.Pipeline.Experiments.Running;

/// <summary>The parts that work on an experiment.</summary>
/// <param name="Runners">Makes the runner of each run.</param>
/// <param name="Store">Keeps what came of the runs, and their steps where the experiment keeps them.</param>
/// <param name="MemoryStore">Makes a store for one run that is forgotten with it.</param>
/// <param name="Executor">All workers.</param>
/// <param name="Shape">What the networks of a task read and return.</param>
/// <param name="Publish">Writes the report of a run that has ended, before its end is noted.</param>
/// <param name="Time">The clock.</param>
public sealed record ExperimentParts(
    TaskRunnerFactory Runners,
    ITrialStore Store,
    Func<ITrialStore> MemoryStore,
    ITrialExecutor Executor,
    Func<SearchTask, NetworkShape> Shape,
    Func<ExperimentRun, TaskReport, Task> Publish,
    TimeProvider Time);
