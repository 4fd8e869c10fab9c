using System.Collections.Immutable;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Pipeline.Experiments;

/// <summary>A validated experiment: what one YAML file asks for, every default filled in.</summary>
/// <param name="Name">Its name, with the form of a task's name.</param>
/// <param name="Request">Its free text; empty where none was given.</param>
/// <param name="Design">What is compared, and how.</param>
/// <param name="Tasks">The task of each arm on each data set, with the seed of the first run.</param>
/// <param name="KeepsRuns">Whether the daemon's store keeps the steps of the runs, so that a run that was killed goes on; else it begins anew.</param>
/// <param name="SeesArchive">Whether runs see what tasks before the experiment have trained.</param>
/// <param name="Parallel">How many runs go on at a time; null for one a worker.</param>
public sealed record ExperimentPlan(
    string Name,
    string Request,
    ExperimentDesign Design,
    ImmutableArray<ExperimentCell> Tasks,
    bool KeepsRuns,
    bool SeesArchive,
    int? Parallel)
{
    /// <summary>Every run: seed by seed, so that an experiment that ends early has compared like with like.</summary>
    /// <param name="id">The experiment's id.</param>
    /// <returns>The runs.</returns>
    public IEnumerable<ExperimentRun> Runs(string id) =>
        from seed in Design.Seeds
        from cell in Tasks
        select new ExperimentRun(RunId.Of(id, cell.Arm, cell.Dataset, seed), cell.Arm, cell.Dataset, cell.Task with { Seed = seed });
}

/// <summary>What one arm does on one data set.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Dataset">The data set.</param>
/// <param name="Task">The task.</param>
public sealed record ExperimentCell(string Arm, string Dataset, SearchTask Task);

/// <summary>One run: an ordinary task of its own.</summary>
/// <param name="Id">Its id in the store: <c>experiment/arm/dataset/seed</c>.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Dataset">The data set.</param>
/// <param name="Task">The task, with its seed.</param>
public sealed record ExperimentRun(string Id, string Arm, string Dataset, SearchTask Task);
